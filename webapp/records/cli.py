"""The commands `flask records …`, for whoever runs the server."""

from __future__ import annotations

import uuid

import click

from ..core.clock import to_wire
from ..core.db import get_db
from ..spaces.models import Space
from . import listed, service
from .kinds import ALL
from .models import By, Why

WHY = [why.value for why in (Why.ASKED, Why.MISTAKE, Why.LAW, Why.TIME)]


@click.group()
def records() -> None:
    """What is kept about young people, and for how long."""


@records.command("erase")
@click.argument("space", type=click.UUID)
@click.option(
    "--why", type=click.Choice([why.value for why in Why]), required=True, help="Why it is erased; it is written down."
)
def records_erase(space: uuid.UUID, why: str) -> None:
    """Erase everything of the young person of SPACE for good, with their key and their account."""
    with get_db().read() as db:
        if db.get(Space, space) is None:
            raise click.ClickException("There is no such space.")
        counts = service.count_in(db, space)
    for name, count in counts.items():
        click.echo(f"{count:8} {name}")
    typed = click.prompt("All of this goes for good, also from backups when they are restored. Type the person's name")
    with get_db().write() as db:
        if not service.same_name(typed, service.owners_name(db, space)):
            raise click.ClickException("That is not their name. Nothing was erased.")
        service.erase_within(db, space, ALL, service.Because(By.OPERATOR, Why(why)))
    service.after_erasing(get_db())
    click.echo("Erased.")


@records.command("erased")
def records_erased() -> None:
    """List what was erased: when, which space, what of it, by whom and why."""
    with get_db().read() as db:
        for one in listed.read_table(db):
            by = f"{one.by_role} {one.by_account}" if one.by_account else one.by_role
            click.echo(f"{to_wire(one.at)}  {one.space_id}  {one.kind}  {by}  {one.why}")
