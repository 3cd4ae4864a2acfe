"""Whether a window could be shown, found out before Qt would abort over it."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

_ANSWER_SECONDS = 2.0


def missing(environment: Mapping[str, str] = os.environ, system: str = sys.platform) -> str | None:
    """What a window lacks: a key of ``cli.toml``'s ``[screen]``, or None if it lacks nothing.

    Args:
        environment: the variables by which Qt chooses a platform.
        system: as ``sys.platform`` names it; only Linux and its like can be without a screen.
    """
    if system in {"win32", "darwin", "cygwin"}:
        return None
    chosen = environment.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0]
    if chosen and not chosen.startswith(("xcb", "wayland")):
        # Offscreen, minimal, a bare frame buffer: no display server to ask.
        plugins = _plugins()
        known = plugins is None or (plugins / f"libq{chosen}.so").exists()
        return None if known else "unknown"
    if not chosen.startswith("xcb") and _wayland_answers(environment):
        return None
    if chosen.startswith("wayland") or not _x_answers(environment):
        return "none"
    return None if _plugin_loads() else "libraries"


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY")
    if not name:
        return False
    path = Path(environment.get("XDG_RUNTIME_DIR", "/")) / name
    import socket  # noqa: PLC0415 - most screens are not asked this way

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(_ANSWER_SECONDS)
        try:
            connection.connect(str(path))
        except OSError:
            return False
    return True


def _x_answers(environment: Mapping[str, str]) -> bool:
    display = environment.get("DISPLAY")
    if not display:
        return False
    import ctypes  # noqa: PLC0415 - as above

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(display.encode(), None)
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed


def _plugin_loads() -> bool:
    """Whether Qt's part for X finds the system libraries it needs; without them Qt aborts."""
    import ctypes  # noqa: PLC0415 - as above

    plugins = _plugins()
    if plugins and (plugins / "libqxcb.so").exists():
        try:
            ctypes.CDLL(str(plugins / "libqxcb.so"))
        except OSError:
            return False
    return True


def _plugins() -> Path | None:
    """Where Qt's parts for the platforms are; None where the system's own Qt is used."""
    import importlib.util  # noqa: PLC0415 - as above

    package = importlib.util.find_spec("PySide6")
    for place in (package and package.submodule_search_locations) or ():
        platforms = Path(place) / "Qt" / "plugins" / "platforms"
        if platforms.is_dir():
            return platforms
    return None
