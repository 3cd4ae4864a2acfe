"""A disk that was pulled: is it back, and how does a family go on with it?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from thermometer.store.coming_back import ComingBack

if TYPE_CHECKING:
    from thermometer.services.journal import Journal
    from thermometer.store.database import Database


class PulledDisk:
    """Looks now and then, for as long as a family is open.

    Args:
        database: the family's, open.
        journal: holds what cannot be saved.
    """

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database, self._journal = database, journal
        self._coming_back = ComingBack(database)

    def look(self) -> bool:
        """Saves what is held, if it is the disk as it was.

        Returns:
            Whether it is back as other files than those that are open: whoever opened the family
            lets go of it and opens it again, and hands on what is held.
        """
        self._journal.save_held()
        is_back = self._coming_back.look()
        self._journal.hear_of_damage(is_damaged=self._coming_back.is_damaged)
        return is_back

    def may_be_opened(self) -> bool:
        """Whether what is held belongs into what a start would find now, be it an older copy."""
        return self.look() or self._coming_back.is_older or not self._database.is_away()
