"""The commands `flask keys …`, for whoever runs the server."""

from __future__ import annotations

import click

from ..core.db import get_db
from .rotating import Progress, count_left, rotate


@click.group()
def keys() -> None:
    """The wrapping keys of the settings."""


@keys.command("rotate")
def keys_rotate() -> None:
    """Close everything anew under the first of FOOTING_WRAPPING_KEYS. May be stopped at any moment and run again."""
    end = rotate(get_db(), _say)
    if end.lost:
        raise click.ClickException(
            f"{end.lost} values were closed by a key that is not in FOOTING_WRAPPING_KEYS. Put it behind the others."
        )
    if end.left:
        raise click.ClickException(
            f"{end.left} are left: a server still runs with the old settings, or is very busy. Run this again."
        )
    click.echo(f"{end.done} closed anew, none left. The older keys may go once no backup needs them.")


@keys.command("left")
def keys_left() -> None:
    """Say how much is still closed by an older key; ends with 1 when there is anything."""
    with get_db().read() as db:
        count = count_left(db)
    click.echo(f"{count} left.")
    if count:
        raise SystemExit(1)


def _say(progress: Progress) -> None:
    click.echo(f"{progress.done} closed anew, {progress.left} left.")
