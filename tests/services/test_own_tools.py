"""Tools of the family's own: added, changed, removed, and known ever after."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest

from tests.builders import a_child, a_parent
from tests.store import own
from thermometer.domain.changes import Change
from thermometer.domain.people import Person, Role
from thermometer.domain.problems import Problem
from thermometer.domain.tools import ToolKind
from thermometer.domain.zones import ByZone, Zone
from thermometer.services import own_limits
from thermometer.services.content import Content
from thermometer.services.own_tools import OwnTools
from thermometer.store.database import Database
from thermometer.store.own_things import OwnThings
from thermometer.store.people import People

CONTENT = Content()
SWING = own.tool("Swing").tool


@pytest.fixture
def people(database: Database) -> People:
    return People(database)


@pytest.fixture
def tools(database: Database, people: People, changes: list[Change]) -> OwnTools:
    return OwnTools(OwnThings(database), people, CONTENT, changes.append)


def test_a_tool_is_kept_under_an_id_of_its_own(tools: OwnTools, changes: list[Change]) -> None:
    first, second = (tools.add(replace(SWING, id="", name=" Swing ")) for _ in range(2))
    assert first.id != second.id
    assert {len(first.id), len(second.id)} == {36}
    assert first == replace(SWING, id=first.id)
    assert set(tools.all()) == {first, second}
    found = tools.find(first.id)
    assert found is not None
    assert (found.tool, found.gone) == (first, False)
    assert changes == [Change.OWN_THINGS] * 2


def test_they_are_in_the_order_of_their_names(tools: OwnTools) -> None:
    for name in ("Swing", "Attic", "Nest"):
        tools.add(replace(SWING, name=name))
    assert [tool.name for tool in tools.all()] == ["Attic", "Nest", "Swing"]


def test_a_tool_is_changed(tools: OwnTools, changes: list[Change]) -> None:
    tool = tools.add(SWING)
    other = replace(tool, name=" High  swing", kind=ToolKind.TIMER, minutes=2.0)
    assert tools.change(other) == replace(other, name="High swing")
    assert tools.all() == (replace(other, name="High swing"),)
    assert changes == [Change.OWN_THINGS] * 2


@pytest.mark.parametrize("change", [{"name": ""}, {"kind": ToolKind.CALL}, {"zones": ()}])
def test_what_cannot_be_kept(tools: OwnTools, change: dict[str, object]) -> None:
    tool = tools.add(SWING)
    wrong = replace(tool, **change)  # type: ignore[arg-type]
    for verb in (tools.add, tools.change):
        with pytest.raises(Problem):
            verb(wrong)
    assert tools.all() == (tool,)


def test_there_may_be_so_many_and_no_more(tools: OwnTools, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_limits, "OWN_TOOLS_MOST", 2)
    first, _ = tools.add(SWING), tools.add(SWING)
    with pytest.raises(Problem, match="own-tools-full"):
        tools.add(SWING)
    tools.remove(first.id)
    tools.add(SWING)


def test_a_removed_tool_is_known_and_offered_no_more(
    tools: OwnTools, changes: list[Change]
) -> None:
    tool = tools.add(SWING)
    tools.remove(tool.id)
    found = tools.find(tool.id)
    assert found is not None
    assert (found.tool, found.gone) == (tool, True)
    assert tools.all() == ()
    assert changes == [Change.OWN_THINGS] * 2
    for again in (lambda: tools.remove(tool.id), lambda: tools.change(tool)):
        with pytest.raises(Problem, match="data-record-gone"):
            again()


@pytest.mark.parametrize("id_", ["water", "own-", f"own-{'0' * 32}"])
def test_what_is_no_tool_of_theirs(tools: OwnTools, id_: str) -> None:
    assert tools.find(id_) is None
    with pytest.raises(Problem, match="data-record-gone"):
        tools.remove(id_)


def test_a_removed_tool_leaves_every_safe_place(
    tools: OwnTools, people: People, changes: list[Change]
) -> None:
    id_ = tools.add(SWING).id
    usual = CONTENT.default_tools(Role.PARENT)
    chosen = ByZone(("water", id_), (id_,), ())
    mia = a_child(tools=replace(chosen, red=("come-please", id_)))
    mum = a_parent(tools=chosen, archived=True)
    dad = a_parent(name="Dad", tools=ByZone(("water",), (), ()))
    people.add_all((mia, mum, dad))
    changes.clear()
    tools.remove(id_)
    left: dict[str, Person] = {one.name: one for one in people.all(archived=True)}
    child = CONTENT.default_tools(Role.CHILD)
    assert left[mia.name].tools == ByZone(("water",), child.yellow, ("come-please",))
    assert left[mum.name].tools == ByZone(("water",), usual.yellow, ())
    assert left["Dad"] == dad
    assert changes == [Change.OWN_THINGS, Change.PEOPLE]
    assert all(left[mum.name].tools.of(zone) for zone in (Zone.GREEN, Zone.YELLOW))


def test_a_removed_tool_is_brought_back_to_where_it_was(
    tools: OwnTools, people: People, database: Database, changes: list[Change]
) -> None:
    id_ = tools.add(SWING).id
    mia = a_child(tools=ByZone(("water", id_, "hug"), (id_,), ("come-please", id_)))
    mum = a_parent(tools=ByZone((), (id_, "water"), ()), archived=True)
    dad = a_parent(name="Dad", tools=ByZone((id_, "water"), (), ()))
    leo = a_child(id=uuid4(), name="Leo", tools=ByZone((id_, "water"), (), ()))
    people.add_all((mia, mum, dad, leo))
    removed = tools.remove(id_)
    dads_own = ByZone(("outside",), (), ())
    people.change(replace(dad, tools=dads_own))
    with database.transaction() as session:
        session.connection().exec_driver_sql("DELETE FROM person WHERE name = 'Leo'")
    changes.clear()
    tools.bring_back(removed)
    left = {one.name: one.tools for one in people.all(archived=True)}
    assert left == {mia.name: mia.tools, mum.name: mum.tools, "Dad": dads_own}
    assert [tool.id for tool in tools.all()] == [id_]
    assert changes == [Change.OWN_THINGS, Change.PEOPLE]
    tools.bring_back(removed)  # once is enough
    assert {one.name: one.tools for one in people.all(archived=True)} == left


def test_what_cannot_be_brought_back(tools: OwnTools, monkeypatch: pytest.MonkeyPatch) -> None:
    removed = tools.remove(tools.add(SWING).id)
    monkeypatch.setattr(own_limits, "OWN_TOOLS_MOST", 1)
    tools.add(SWING)
    with pytest.raises(Problem, match="own-tools-full"):
        tools.bring_back(removed)
    with pytest.raises(Problem, match="data-record-gone"):
        tools.bring_back(replace(removed, tool="water"))
    assert len(tools.all()) == 1
