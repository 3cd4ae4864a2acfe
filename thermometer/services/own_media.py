"""The family's own photos and recorded voices."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from thermometer.domain.changes import Change, Notify
from thermometer.domain.own_things import Media, MediaKind, media_of, picture_ref
from thermometer.domain.problems import Problem
from thermometer.domain.thresholds import PICTURE_BYTES, RECORDING_BYTES
from thermometer.services import own_limits

if TYPE_CHECKING:
    from thermometer.store.own_things import OwnThings

_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
"""How a JPEG and a PNG begin; nothing else is ever decoded."""


class OwnMedia:
    """Keeps photos and voices; what no card, tool or person refers to any more goes by itself.

    Args:
        store: where they are kept.
        notify: told after each change.
    """

    def __init__(self, store: OwnThings, notify: Notify) -> None:
        self._store = store
        self._notify = notify

    def add_picture(self, data: bytes, owner: UUID | None = None) -> str:
        """Keeps a photo, and says how it is named where a picture is named: ``own:<uuid>``.

        Args:
            data: a JPEG or a PNG.
            owner: whom it was taken for; None for the family.

        Raises:
            Problem: ``own-picture-broken``, ``own-picture-too-large``, ``own-media-full``, or it
                was not kept.
        """
        if not data.startswith(_PICTURES):
            raise Problem("own-picture-broken")
        if len(data) > PICTURE_BYTES:
            raise Problem("own-picture-too-large", limit=PICTURE_BYTES // 1024)
        return picture_ref(self._add(MediaKind.PICTURE, data, owner))

    def picture(self, ref: str) -> bytes | None:
        """The photo that ``ref`` names; None where there is none."""
        id_ = media_of(ref)
        return None if id_ is None else self._bytes(id_, MediaKind.PICTURE)

    def add_recording(self, data: bytes, owner: UUID | None = None) -> UUID:
        """Keeps a recorded voice, and says its id.

        Args:
            data: as it was recorded.
            owner: whom it was recorded for; None for the family.

        Raises:
            Problem: ``own-recording-empty``, ``own-recording-too-large``, ``own-media-full``, or
                it was not kept.
        """
        if not data:
            raise Problem("own-recording-empty")
        if len(data) > RECORDING_BYTES:
            raise Problem("own-recording-too-large", limit=RECORDING_BYTES // 1024**2)
        return self._add(MediaKind.RECORDING, data, owner)

    def recording(self, id_: UUID) -> bytes | None:
        """A recorded voice; None where there is none."""
        return self._bytes(id_, MediaKind.RECORDING)

    def remove(self, ref: str | UUID) -> None:
        """Removes a photo or a voice that nothing refers to; any other stays.

        Raises:
            Problem: nothing was changed.
        """
        id_ = media_of(ref) if isinstance(ref, str) else ref
        if id_ is not None and self._store.let_go(id_):
            self._notify(Change.OWN_THINGS)

    def _add(self, kind: MediaKind, data: bytes, owner: UUID | None) -> UUID:
        own_limits.check_media(self._store, len(data))
        media = Media(id=uuid4(), owner=owner, kind=kind, data=data)
        self._store.keep_media(media)
        self._notify(Change.OWN_THINGS)
        return media.id

    def _bytes(self, id_: UUID, kind: MediaKind) -> bytes | None:
        media = self._store.media(id_)
        return media.data if media and media.kind is kind else None
