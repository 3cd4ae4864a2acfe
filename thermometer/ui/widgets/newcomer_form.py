"""A name, an age and a picture: all that somebody new needs."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget
from typing_extensions import override

from thermometer.domain.people import Newcomer, Role, clean_text
from thermometer.domain.thresholds import NAME_LENGTH
from thermometer.ui.theme.theme import BOLD, Theme
from thermometer.ui.widgets.avatar import AvatarButton
from thermometer.ui.widgets.choice_button import ChoiceButton
from thermometer.ui.widgets.fitted_label import FittedLabel

AGES = range(3, 13)
FIRST_AGE = 6
LOW_FORM = 440
BETWEEN = 2


class NewcomerForm(QWidget):
    """Tells ``changed`` whenever something is chosen, ``submitted`` on Return."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, theme: Theme, pictures: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.roles = {
            Role.CHILD: ChoiceButton(theme, self.tr("Child"), self),
            Role.PARENT: ChoiceButton(theme, self.tr("Grown-up"), self),
        }
        self.name = QLineEdit(self)
        self.name.setMaxLength(NAME_LENGTH)
        self.name.setPlaceholderText(self.tr("Name"))
        self.name.setAccessibleName(self.tr("Name"))
        self._how_old = FittedLabel(theme, self.tr("How old?"), weight=BOLD, parent=self)
        self.ages = {age: ChoiceButton(theme, str(age), self) for age in AGES}
        self._which = FittedLabel(theme, self.tr("Picture"), weight=BOLD, parent=self)
        self.pictures = {
            id_: AvatarButton(theme, id_, name, self) for id_, name in pictures.items()
        }
        for picture in self.pictures.values():
            picture.setCheckable(True)
        # Three sets of which one each is chosen, though all stand on one widget.
        for chosen in (self.roles, self.ages, self.pictures):
            group = QButtonGroup(self)
            for button in chosen.values():
                group.addButton(button)
        for role in self.roles.values():
            role.toggled.connect(self._role_changed)
        self.name.textChanged.connect(lambda _: self.changed.emit())
        self.name.returnPressed.connect(self._return_pressed)
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def role(self) -> Role:
        """The role chosen."""
        return Role.CHILD if self.roles[Role.CHILD].isChecked() else Role.PARENT

    @property
    def has_name(self) -> bool:
        """Whether something that can be a name was typed."""
        return bool(clean_text(self.name.text()))

    def newcomer(self) -> Newcomer:
        """Who stands in the form."""
        age = next((age for age, button in self.ages.items() if button.isChecked()), FIRST_AGE)
        picture = next(id_ for id_, button in self.pictures.items() if button.isChecked())
        is_child = self.role is Role.CHILD
        return Newcomer(
            name=self.name.text(), role=self.role, age=age if is_child else None, picture=picture
        )

    def show_newcomer(self, newcomer: Newcomer) -> None:
        """Show somebody to be changed."""
        self.roles[newcomer.role].setChecked(True)
        self.name.setText(newcomer.name)
        self.ages[newcomer.age or FIRST_AGE].setChecked(True)
        self.pictures[newcomer.picture].setChecked(True)
        self.name.setFocus()

    def clear(self, role: Role, taken: tuple[str, ...]) -> None:
        """Begin anew with ``role`` and the first picture that nobody has."""
        free = next((id_ for id_ in self.pictures if id_ not in taken), next(iter(self.pictures)))
        age = FIRST_AGE if role is Role.CHILD else None
        self.show_newcomer(Newcomer(name="", role=role, picture=free, age=age))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def _role_changed(self) -> None:
        self._lay_out()
        self.changed.emit()

    def _return_pressed(self) -> None:
        if self.has_name:
            self.submitted.emit()

    def _dress(self) -> None:
        tokens, pad = self._theme.tokens, self._theme.px(20)
        self.name.setFont(self._theme.font("title", 500))
        radius = min(self._theme.radius("plate"), 20)
        self.name.setStyleSheet(
            f"QLineEdit {{ background: {tokens.card.name()}; color: {tokens.ink.name()};"
            f" border: 2px solid {tokens.line.name()}; border-radius: {radius}px;"
            f" padding: 0 {pad}px; }}"
            f"QLineEdit:focus {{ border-color: {tokens.accent.name()}; }}"
        )
        self._lay_out()

    def _lay_out(self) -> None:
        theme, width = self._theme, self.width()
        low = self.height() < LOW_FORM
        gap = 4 if low else theme.px(14)
        x = y = 0
        for button in self.roles.values():
            hint = button.sizeHint()
            button.setGeometry(x, y, hint.width() + theme.px(12), hint.height())
            x += hint.width() + theme.px(24)
        y += next(iter(self.roles.values())).sizeHint().height() + gap
        name = max(theme.target("parent") + 4, theme.px(72))
        self.name.setGeometry(0, y, min(width, max(320, theme.px(560))), name)
        y += name + gap
        if self.role is Role.CHILD:
            y += self._lay_out_ages(y, low=low) + gap
        for widget in (self._how_old, *self.ages.values()):
            widget.setVisible(self.role is Role.CHILD)
        self._which.setVisible(not low)
        if not low:
            label = self._which.sizeHint().height()
            self._which.setGeometry(0, y, width, label)
            y += label + 4
        self._lay_out_pictures(QRectF(0, y, width, self.height() - y))

    def _lay_out_ages(self, y: int, *, low: bool) -> int:
        """Put the ages at ``y``, beside their label in a low form; the height they take."""
        label, hint = self._how_old.sizeHint(), self.ages[FIRST_AGE].sizeHint()
        left = 0
        if low:
            left = label.width() + 6
            self._how_old.setGeometry(0, y, label.width(), hint.height())
        else:
            self._how_old.setGeometry(0, y, self.width(), label.height())
            y += label.height() + 4
        least = self._theme.target("parent")
        side = max(least, min(hint.height() + 6, (self.width() - left) // len(AGES)))
        per_row = min(len(AGES), max(1, (self.width() - left) // side))
        for i, button in enumerate(self.ages.values()):
            row, column = divmod(i, per_row)
            top = y + row * hint.height()
            button.setGeometry(left + column * side, top, side, hint.height())
        rows = -(-len(AGES) // per_row)
        return rows * hint.height() + (0 if low else label.height() + 4)

    def _lay_out_pictures(self, room: QRectF) -> None:
        """Rows from the top left, as large as lets all of them be seen."""
        count, least = len(self.pictures), self._theme.target("child") + BETWEEN
        side = max(least, self._theme.px(100))
        while (
            side > least and -(-count // max(1, int(room.width() // side))) * side > room.height()
        ):
            side -= 1
        columns = max(1, int(room.width() // side))
        for i, button in enumerate(self.pictures.values()):
            row, column = divmod(i, columns)
            button.setGeometry(
                column * side, int(room.top()) + row * side, side - BETWEEN, side - BETWEEN
            )

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(720), self._theme.px(560))
