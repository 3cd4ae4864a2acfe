"""Files that people exchange: CSV for each kind of record, and everything as JSON."""

from thermometer.services.exchange.exporting import Days, Export, Exported
from thermometer.services.exchange.importing import Import
from thermometer.services.exchange.plan import Count, Kept, Place, Plan, Refusal
from thermometer.services.exchange.tables import Kind
from thermometer.services.stores import Stores
from thermometer.services.work import Stopped, Work, let_go

__all__ = [
    "Count",
    "Days",
    "Export",
    "Exported",
    "Import",
    "Kept",
    "Kind",
    "Place",
    "Plan",
    "Refusal",
    "Stopped",
    "Stores",
    "Work",
    "let_go",
]
