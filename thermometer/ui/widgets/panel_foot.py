"""Beside the bulb, in a low window: somebody's picture, their name, and a grown-up's eye."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

NARROW = 190
"""In pixels; where there is less, the eye does not stand in one line with the name."""
NAME_HEIGHT = 36.0
EYE_TOP = 0.78
"""Where the eye's drawing begins, in its side from below; what is above is only for the finger."""


@dataclass(frozen=True, slots=True)
class PanelFoot:
    """Rooms in logical pixels of the panel."""

    picture: QRectF
    name: QRectF
    eye: QRectF

    @classmethod
    def of(
        cls, below: QRectF, side: float, eye: int, *, is_long: bool, has_eye: bool = True
    ) -> PanelFoot:
        """The rooms in ``below``.

        Args:
            below: what is free beside the bulb.
            side: the largest picture.
            eye: the eye's side; 0 where nobody has one.
            is_long: whether the name needs most of the room.
            has_eye: whether it is this panel that has one; the names of all stand in one line.
        """
        narrow = below.width() < NARROW
        if eye and narrow and (has_eye or not is_long):
            return cls._narrow(below, eye, is_long=is_long)
        eye = eye if has_eye else 0
        room = below.adjusted(0, 0, -eye, 0)
        share = 0.22 if is_long else 0.42
        side = min(side, room.height() - 8, room.width() * share)
        picture = QRectF(room.left(), room.center().y() - side / 2, side, side)
        name = QRectF(room)
        name.setLeft(picture.right() + (4 if is_long else 8))
        return cls(picture, name, _corner(below, eye))

    @classmethod
    def _narrow(cls, below: QRectF, eye: int, *, is_long: bool) -> PanelFoot:
        """The eye under the name, or under the picture where the name is long."""
        if is_long:
            side = below.height() - eye - 2
            picture = QRectF(below.left() + (eye - side) / 2, below.top(), side, side)
            name = below.adjusted(eye - 2, 0, 10, 0)  # the eye itself is smaller than its target
            return cls(picture, name, QRectF(below.left(), below.bottom() - eye, eye, eye))
        side = min(46.0, below.width() * 0.36)
        name = below.adjusted(side + 5, 0, 0, -eye * EYE_TOP)
        name.setTop(max(below.top(), name.bottom() - NAME_HEIGHT))
        picture = QRectF(below.left(), name.center().y() - side / 2, side, side)
        return cls(picture, name, QRectF(name.left() - 9, below.bottom() - eye, eye, eye))


def _corner(below: QRectF, side: int) -> QRectF:
    """As far from the plates as it can be."""
    return QRectF(below.right() - side, below.bottom() - side, side, side)
