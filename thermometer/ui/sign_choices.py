"""Which early signs are offered: a person's own first, the others when they are asked for."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from thermometer.domain.people import Person
from thermometer.domain.signs import Sign
from thermometer.ui.widgets.chip_flow import Choice

MORE = "more"
AT_FIRST = 8


def sign_choices(
    person: Person | None, offered: Iterable[Sign], *, everything: bool
) -> dict[str, Choice]:
    """The chips: the person's own signs, or the first of all, and one that asks for the rest."""
    texts = {sign.id: Choice(sign.text, picture=f"signs/{sign.id}") for sign in offered}
    own = [sign for sign in person.signs if sign in texts] if person else []
    first = own or list(texts)[:AT_FIRST]
    if everything:
        return {sign: texts[sign] for sign in [*first, *(s for s in texts if s not in first)]}
    choices = {sign: texts[sign] for sign in first}
    if len(choices) < len(texts):
        choices[MORE] = Choice(QCoreApplication.translate("SignChoices", "more …"))
    return choices
