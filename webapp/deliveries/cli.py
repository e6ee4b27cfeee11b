"""The commands `flask deliveries …`, for whoever runs the server."""

from __future__ import annotations

import click
from flask import current_app
from sqlalchemy import func, select

from ..core.db import get_db
from .models import Delivery, NoticeRow


@click.group()
def deliveries() -> None:
    """What is sent out: push, texts, e-mails."""


@deliveries.command()
def send() -> None:
    """Send what is due now, once, without the worker."""
    from .sending import send_due

    app = current_app._get_current_object()  # type: ignore[attr-defined]
    click.echo(f"Tried {send_due(app).tried}.")


@deliveries.command()
def count() -> None:
    """Print how many notices and deliveries stand how, and why those that are parked are."""
    with get_db().read() as db:
        for state, number in db.execute(select(NoticeRow.state, func.count()).group_by(NoticeRow.state)):
            click.echo(f"notices {state}: {number}")
        shape = Delivery.channel, Delivery.state, Delivery.reason
        for channel, state, reason, number in db.execute(select(*shape, func.count()).group_by(*shape)):
            click.echo(f"deliveries by {channel} {state}{f' ({reason})' if reason else ''}: {number}")
