"""`flask offer import`."""

from __future__ import annotations

import click
from flask import current_app
from flask.cli import AppGroup

from ..content.library import get_library
from ..core.clock import now
from ..core.working_days import london_day
from ..settings import Settings
from .importing import service
from .importing.web import FeedError, Limits, open_feed

group = AppGroup("offer", help="Read a council's existing feed of services into its pack.")


@group.command("import")
@click.argument("feed")
@click.option("--council", required=True, help="The short name of the pack that the entries go to, like rutland.")
def import_(feed: str, council: str) -> None:
    """Read FEED, an address or a file in the Open Referral UK standard, into the pack of a council.

    The entries go to offer-imported.yaml in the pack's folder, which the next import writes anew. What was left out,
    and why, is printed and kept in the data folder.
    """
    if not get_library().has_council(council):
        raise click.ClickException(f"There is no pack of a council {council!r}. Make the pack first.")
    settings: Settings = current_app.extensions["footing-settings"]
    reports = settings.data_dir / "imports"
    try:
        outcome = service.run(
            open_feed(feed, Limits()),
            council=council,
            content=settings.content_dir.resolve(),
            reports=reports,
            today=london_day(now()),
        )
    except FeedError as error:
        raise click.ClickException(f"{error}\nThe pack is as it was.") from error
    except OSError as error:
        text = f"{error.filename} could not be written ({error.strerror}).\nThe pack is as it was."
        raise click.ClickException(text) from error
    click.echo(outcome.report(), nl=False)
    words = f"{outcome.new} new, {outcome.gone} gone." if outcome.changed else "Nothing new since the last time."
    click.echo(f"\n{words} Report: {reports / f'{council}.txt'}")
