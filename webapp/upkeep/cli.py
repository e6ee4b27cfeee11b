"""The commands that keep Footing running: `flask db upgrade`, `backup`, `restore`, `keys`, `worker`, `demo`."""

from __future__ import annotations

from pathlib import Path

import click
from flask import Flask, current_app

from ..core.db import get_db
from .backup import make_backup, restore_backup
from .backup_postgres import BackupFailed
from .cli_keys import keys
from .demo import DemoRefused, fresh_codes, load_demo, table
from .migrate import upgrade
from .restored import NotABackup

FILE = click.Path(dir_okay=False, path_type=Path)


@click.group()
def db() -> None:
    """The database."""


@db.command("upgrade")
def db_upgrade() -> None:
    """Bring the database to the newest shape."""
    upgrade(get_db())
    click.echo("The database is up to date.")


@click.command()
@click.argument("file", type=FILE)
def backup(file: Path) -> None:
    """Write all data to FILE, while Footing may be running."""
    try:
        make_backup(get_db(), file.absolute())
    except (BackupFailed, OSError) as error:
        raise click.ClickException(f"No backup was made: {error}") from error
    click.echo(f"Backup written to {file}. The keys are not in it: keep them too, and in another place.")


@click.command()
@click.argument("file", type=FILE)
def restore(file: Path) -> None:
    """Replace all data by what FILE holds, while Footing may be running."""
    try:
        restore_backup(get_db(), file.absolute())
    except (NotABackup, BackupFailed, OSError) as error:
        raise click.ClickException(f"{error} Nothing was changed.") from error
    click.echo("Restored. Phones fetch everything anew, and send again what they did in the last 30 days.")


@click.command()
def worker() -> None:
    """Run the repeated jobs until stopped."""
    from ..worker import work

    work(current_app._get_current_object())  # type: ignore[attr-defined]


@click.group()
def demo() -> None:
    """The made-up people of a try-out."""


@demo.command("load")
def demo_load() -> None:
    """Make the demo people, unless they are there already."""
    try:
        made = load_demo()
    except DemoRefused as error:
        raise click.ClickException(str(error)) from error
    click.echo("The demo people are ready." if made else "The demo people are there already.")


@demo.command("who")
def demo_who() -> None:
    """How to sign in as each demo person, with codes that are good now."""
    try:
        click.echo(table())
    except DemoRefused as error:
        raise click.ClickException(str(error)) from error


@demo.command("code")
@click.argument("who", required=False)
def demo_code(who: str | None) -> None:
    """Print a fresh 6-digit code for the staff person WHO (an email), or for each of them."""
    try:
        codes = fresh_codes(who)
    except DemoRefused as error:
        raise click.ClickException(str(error)) from error
    for email, code in codes.items():
        click.echo(code if who else f"{email}  {code}")


def register(app: Flask) -> None:
    """Add the commands to `flask`."""
    for command in (db, backup, restore, keys, worker, demo):
        app.cli.add_command(command)
