"""The list of features. Adding one means adding its name here; nothing else knows them all."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

# Order matters only for tables that point at others: people before spaces, spaces before what lives in them.
NAMES = (
    "people",
    "spaces",
    "sync",
    "deliveries",
    "content",
    "offer",
    "entitlements",
    "pledge",
    "passport",
    "asks",
    "reviews",
    "reminders",
    "messages",
    "cover",
    "pages",
    "shell",
    "records",
    "upkeep",
)


def modules() -> list[ModuleType]:
    """Each feature's package. A package may offer `install(app, api)`, called once at start."""
    return [import_module(f"webapp.{name}") for name in NAMES]
