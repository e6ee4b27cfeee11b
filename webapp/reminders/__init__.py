"""Reminders: what advisers remind young people of, and the birthdays at which the law changes something for them."""

from __future__ import annotations

from flask import Flask

from ..core.api import FootingApi


def install(app: Flask, api: FootingApi) -> None:
    """Register the operations and the collection with sync, the jobs, and who hears that one was sent."""
    from ..core.jobs import add_job
    from ..deliveries.listeners import listen
    from ..sync.registry import register
    from . import service
    from .jobs import JOBS
    from .sync import COLLECTIONS, KINDS

    register(app, KINDS, COLLECTIONS)
    listen(app, f"{service.KIND}:", service.hear)
    for job in JOBS:
        add_job(app, job)
