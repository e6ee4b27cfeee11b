"""`flask content check` and `flask content build`."""

from __future__ import annotations

from pathlib import Path

import click
from flask import current_app
from flask.cli import AppGroup

from ..settings import Settings
from .bundles import ENDINGS, get_bundles
from .library import examine

group = AppGroup("content", help="Check the content files; build the bundles.")


@group.command("check")
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
def check(folder: Path | None) -> None:
    """Check every content file: one line for each thing wrong. Ends with 1 when there is an error.

    Without FOLDER, the content of the settings.
    """
    settings: Settings = current_app.extensions["footing-settings"]
    library, findings = examine((folder or settings.content_dir).resolve())
    for finding in findings:
        click.echo(str(finding))
    warnings = sum(finding.warning for finding in findings)
    click.echo(f"{len(findings) - warnings} errors, {warnings} warnings.")
    if library is None:
        raise click.exceptions.Exit(1)


@group.command("build")
def build() -> None:
    """Make the bundle files that are missing, and say how large each is."""
    bundles = get_bundles()
    for slug, lang, one, made in bundles.build():
        sizes = ", ".join(f"{coding} {bundles.size(one, coding)}" for coding in ENDINGS)
        click.echo(f"{slug} {lang} {one.hash} {'made' if made else 'kept'}: {sizes} bytes")
