"""The passport: skills and how far a young person has come with each, notes, sign-offs, and the papers they hold."""

from __future__ import annotations

from flask import Flask

from ..core.api import FootingApi


def install(app: Flask, api: FootingApi) -> None:
    """Register the passport's operations and collections with sync, and its jobs; it has no routes of its own."""
    from ..core.jobs import add_job
    from ..sync.registry import register
    from .jobs import JOBS
    from .sync import COLLECTIONS, KINDS

    register(app, KINDS, COLLECTIONS)
    for job in JOBS:
        add_job(app, job)
