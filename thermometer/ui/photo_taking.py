"""A photo taken for a page: with the camera, or out of a file that a grown-up chooses."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QImage

from thermometer.domain.problems import Problem
from thermometer.ui.background import Background, Job
from thermometer.ui.capture import Running
from thermometer.ui.file_asking import FileAsking, Where
from thermometer.ui.page import Page, Surroundings
from thermometer.ui.photos import file_patterns, photo_of_file, photo_of_image
from thermometer.ui.widgets.camera_view import CameraView


class PhotoTaking(QObject):
    """``taken`` tells a photo as it is kept; what goes wrong, the page says.

    Args:
        page: that wants one; the camera's picture lies on it.
        around: what pages share.
    """

    taken = Signal(object)

    def __init__(self, page: Page, around: Surroundings) -> None:
        super().__init__(page)
        self._page, self._capture = page, around.capture
        self._camera: Running | None = None
        self.view = CameraView(around.theme, page)
        self.files = FileAsking(page, Where.PicturesLocation)
        self.work = Background(self)
        self.work.done.connect(self.taken)
        self.work.failed.connect(page.trouble)
        self.view.kept.connect(self._take_image)
        self.view.given_up.connect(self.close)

    def has_camera(self) -> bool:
        """Whether there is a camera now; the first question takes a moment."""
        return self._capture is not None and self._capture.has_camera()

    def open_camera(self) -> None:
        """Show what the camera sees, over the page."""
        if self._capture is None or self._camera is not None:
            return
        self.view.show_live()
        self.view.show()
        self.view.raise_()
        self._camera = self._capture.look(self.view.show_frame, self._fail)

    def open_files(self) -> None:
        """Let a grown-up choose a file."""
        photos = self.tr("Photos ({patterns})").format(patterns=file_patterns())
        self.files.ask_for_file(self.tr("Choose a photo"), self._take_file, [photos])

    def place(self, room: QRect) -> None:
        """Let the camera's picture cover ``room`` of the page."""
        self.view.setGeometry(room)

    def close(self) -> None:
        """Let go of the camera and of the dialog; nothing more comes."""
        self.files.close()
        self._darken()

    def stop(self) -> None:
        """The page goes out of view: close everything, and forget what was being read."""
        self.close()
        self.work.finish()

    def _take_image(self, image: QImage) -> None:
        self._darken()
        copy = image.copy()
        self._start(lambda _work: photo_of_image(copy))

    def _take_file(self, file: str) -> None:
        self._start(lambda _work: photo_of_file(Path(file)))

    def _start(self, job: Job) -> None:
        """The one chosen last is taken, not the one before it."""
        self.work.finish()
        self.work.start(job)

    def _fail(self) -> None:
        self._darken()
        self._page.trouble.emit(Problem("camera-trouble"))

    def _darken(self) -> None:
        camera, self._camera = self._camera, None
        if camera is not None:
            camera.stop()
        self.view.hide()
