"""What people read in the window goes through ``tr``, in a way that a translation can reach."""

from __future__ import annotations

import ast
import re

import pytest

from tests.house.sources import Source, calls, inside, literal, name_of, snippet, sources, strings

SHOWN = frozenset(
    "setText setWindowTitle setToolTip setStatusTip setWhatsThis setAccessibleName setTitle "
    "setAccessibleDescription setPlaceholderText drawText drawStaticText addItem insertItem "
    "setItemText addTab addAction setLabelText setInformativeText setDetailedText setPrefix "
    "setSuffix addRow setHtml setPlainText setMarkdown showMessage "
    "QLabel QPushButton QToolButton QCheckBox QRadioButton QGroupBox QAction QMessageBox".split()
)
TRANSLATED = frozenset({"tr", "translate", "QT_TRANSLATE_NOOP", "QT_TR_NOOP"})
# Our own mistakes, and the program's name inside a file.
NOT_SHOWN = frozenset({"ValueError", "TypeError", "RuntimeError", "setCreator"})
LETTER = re.compile(r"[^\W\d_]")
SENTENCE = re.compile(r"^[A-Z][\w’']*(?: [\w’',–-]+)+[.!?…:]?$")


def untranslated(source: Source) -> list[str]:
    """Texts given to something that shows them, and whatever else looks like a sentence."""
    done = inside(source.tree, TRANSLATED)
    found = [
        source.at(text, f"{name}({text.value!r})")
        for name, call in calls(source.tree)
        if name in SHOWN
        for given in (*call.args, *(word.value for word in call.keywords))
        for text in strings(given, done)
        if LETTER.search(str(text.value))
    ]
    aside = done | inside(source.tree, NOT_SHOWN)
    found += [
        source.at(text, f"a sentence: {text.value!r}")
        for text in strings(source.tree, aside)
        if SENTENCE.match(str(text.value))
    ]
    return found


def untranslatable(source: Source) -> list[str]:
    """Uses of ``tr`` that the catalogue's maker cannot see or Qt cannot find again."""
    found = []
    for name, call in calls(source.tree):
        if name == "tr" and not (call.args and literal(call.args[0]) is not None):
            found.append(source.at(call, "tr of something that is not a plain text"))
        if _is_catalogues(call.func) and None in map(literal, call.args[:2]):
            found.append(source.at(call, "translate of something that is not a plain text"))
        if name == "tr" and not isinstance(call.func, ast.Attribute):
            found.append(source.at(call, "tr under another name lands in an empty context"))
    found += [
        source.at(node, "tr under another name lands in an empty context")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Assign) and name_is_tr(node.value)
    ]
    return found


def _is_catalogues(node: ast.expr) -> bool:
    """Whether it is the application's ``translate``, not a rectangle's or a painter's."""
    return isinstance(node, ast.Attribute) and (
        node.attr == "translate" and name_of(node.value) in ("QCoreApplication", "QApplication")
    )


def name_is_tr(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "tr"


@pytest.mark.parametrize(
    "text",
    [
        "label.setText('Hello')",
        "label.setText(f'{name} is here')",
        "button = QPushButton(parent=box, text='Save')",
        "painter.drawText(rect, 'Save')",
        "WORDS = ['We had a hard moment.']",
    ],
)
def test_a_text_outside_tr_is_found(text: str) -> None:
    assert untranslated(snippet(text))


@pytest.mark.parametrize(
    "text",
    [
        "label.setText(self.tr('Hello'))",
        "label.setText(self.tr('{name} is here').format(name=name))",
        "label.setText(f'{person}: {word}')",
        "label.setText('≈ 20')",
        "raise ValueError('No such page here')",
        "'''A docstring that says much.'''",
        "label.setObjectName('title')",
    ],
)
def test_what_is_translated_or_not_shown_is_fine(text: str) -> None:
    assert untranslated(snippet(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "self.tr(f'{name} is here')",
        "self.tr(word)",
        "_ = self.tr",
        "tr('Hello')",
        "QCoreApplication.translate('Home', word)",
    ],
)
def test_a_tr_that_cannot_work_is_found(text: str) -> None:
    assert untranslatable(snippet(text))


def test_everything_shown_in_the_window_is_translated() -> None:
    found = [text for source in sources("thermometer/ui/") for text in untranslated(source)]
    assert found == []


def test_every_tr_can_be_translated() -> None:
    found = [text for source in sources("thermometer/") for text in untranslatable(source)]
    assert found == []
