"""The app's icon, for the window's frame, the task bar and the dock."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication, QIcon

from thermometer import assets

SIDES = (16, 24, 32, 48, 64, 128, 256, 512)
"""In pixels: for each of them there is a file, so that none is blurred by scaling."""


def app_icon() -> QIcon:
    """The icon in all its sizes; empty where the files are missing, which hinders nobody."""
    icon = QIcon()
    for side in SIDES:
        icon.addFile(str(assets.folder() / "icon" / f"thermometer-{side}.png"))
    return icon


def wear_icon() -> None:
    """Give every window of the program its icon."""
    QGuiApplication.setWindowIcon(app_icon())
