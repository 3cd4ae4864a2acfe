"""The only place that builds things and joins them."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from thermometer.sentences import SOURCE_LANGUAGE, Sentences

if TYPE_CHECKING:
    from thermometer.clock import Clock
    from thermometer.domain.changes import Notify
    from thermometer.services.bundle import Services
    from thermometer.services.stores import Stores


def open_family(
    folder: Path, clock: Clock, notify: Notify, language: str = SOURCE_LANGUAGE
) -> Services:
    """Opens the family whose data lies in ``folder``, or begins a new one there.

    Args:
        folder: made if it is not there.
        clock: tells now and where.
        notify: told after each change.
        language: of the content and of sentences.

    Raises:
        Problem: as :meth:`thermometer.store.database.Database.open` and ``content-broken``.
    """
    # Here and not above: a window is on the screen before any of this is loaded.
    from thermometer.services.bundle import Services  # noqa: PLC0415
    from thermometer.services.content import Content  # noqa: PLC0415
    from thermometer.services.family import Family  # noqa: PLC0415
    from thermometer.services.journal import Journal  # noqa: PLC0415
    from thermometer.services.safe_place import SafePlaces  # noqa: PLC0415

    sentences, content = Sentences(language), Content(language)
    stores = open_stores(folder, clock)
    held = ExitStack()
    held.callback(stores.database.close)
    return Services(
        stores=stores,
        clock=clock,
        notify=notify,
        content=content,
        sentences=sentences,
        family=Family(stores.people, content, notify),
        journal=Journal(stores.check_ins, stores.tool_uses, clock, notify),
        safe_places=SafePlaces(content),
        held=held,
    )


def open_stores(folder: Path, clock: Clock) -> Stores:
    """Opens the data file in ``folder``, or begins a new one.

    Raises:
        Problem: as :meth:`thermometer.store.database.Database.open`.
    """
    from thermometer.services.stores import Stores  # noqa: PLC0415 - as above
    from thermometer.store.checkins import CheckIns  # noqa: PLC0415
    from thermometer.store.database import Database  # noqa: PLC0415
    from thermometer.store.people import People  # noqa: PLC0415
    from thermometer.store.repairs import Repairs  # noqa: PLC0415
    from thermometer.store.settings import Settings  # noqa: PLC0415
    from thermometer.store.tools import ToolUses  # noqa: PLC0415

    database = Database.open(folder, clock)
    return Stores(
        database=database,
        people=People(database),
        check_ins=CheckIns(database),
        tool_uses=ToolUses(database),
        repairs=Repairs(database),
        settings=Settings(database),
    )


def open_sample(clock: Clock, notify: Notify, language: str = SOURCE_LANGUAGE) -> Services:
    """Opens the sample family in a folder that is thrown away when it is closed.

    Raises:
        Problem: the folder cannot be made or written, or ``content-broken``.
    """
    from thermometer.services import sample  # noqa: PLC0415 - as above

    with ExitStack() as until_open:
        folder = until_open.enter_context(TemporaryDirectory(prefix="thermometer-sample-"))
        services = open_family(Path(folder), clock, notify, language)
        until_open.callback(services.close)
        sample.fill(services.stores, services.content, clock, language)
        return replace(services, held=until_open.pop_all())
