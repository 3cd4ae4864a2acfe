"""Every drawing by its folder, and what it is called when it is read aloud."""

from __future__ import annotations

from dataclasses import dataclass

from thermometer import assets
from thermometer.domain.people import Role
from thermometer.domain.zones import Zone
from thermometer.services.content import Content
from thermometer.ui.repair.repair_words import kind_name


@dataclass(frozen=True, slots=True)
class Drawing:
    """One picture: its folder, its id, and the words that are spoken for it."""

    folder: str
    id: str
    spoken: str

    @property
    def name(self) -> str:
        """Its path below ``resources/pictures``, without the ending."""
        return f"{self.folder}/{self.id}"


def drawings() -> dict[str, tuple[Drawing, ...]]:
    """The drawings of each folder, in the order of their ids."""
    spoken = _spoken()
    found: dict[str, tuple[Drawing, ...]] = {}
    for folder in sorted(path for path in assets.find("pictures").iterdir() if path.is_dir()):
        ids = sorted(path.stem for path in folder.glob("*.svg"))
        found[folder.name] = tuple(
            Drawing(folder.name, id_, spoken.get(folder.name, {}).get(id_, id_.replace("-", " ")))
            for id_ in ids
        )
    return found


def _spoken() -> dict[str, dict[str, str]]:
    """What people read or hear, for the folders whose pictures have words of their own."""
    content = Content()
    tools = {tool.id: tool.name for tool in content.tools()}
    words = content.words(Role.CHILD)
    return {
        "tools": tools,
        "guides": tools,
        "people": content.people_pictures(),
        "signs": {sign.id: sign.text for role in Role for sign in content.signs(role)},
        "contexts": content.contexts(),
        "kinds": {kind.value: kind_name(kind) for kind in content.kinds()},
        "faces": {zone.value: words.of(zone) for zone in Zone},
    }
