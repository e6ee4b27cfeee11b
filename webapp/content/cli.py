"""`flask content check`, `build` and `stale`; `new` and `serve` are in `cli_packs.py`."""

from __future__ import annotations

import sys
from itertools import groupby
from pathlib import Path

import click
from flask import current_app
from flask.cli import AppGroup

from ..core.clock import now
from ..settings import Settings
from .bundles import ENDINGS, get_bundles
from .gathering import content_of
from .languages import LANGUAGES
from .languages.checking import catalogue_findings, note_checked
from .library import examine, get_library
from .staleness import stale

group = AppGroup("content", help="Start, check, preview and build the content packs.")
FOLDER = click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))


def asked_for() -> bool:
    """Whether one of these commands runs: they look at broken content, which stops anything else from starting."""
    return click.get_current_context(silent=True) is not None and group.name in sys.argv[1:]


def settings() -> Settings:
    """The settings of the current app."""
    found: Settings = current_app.extensions["footing-settings"]
    return found


@group.command("check")
@FOLDER
@click.option("--ages", is_flag=True, help="Say the reading age of every entry too.")
def check(folder: Path | None, ages: bool) -> None:
    """Check every content file and its translations: one line for each thing wrong. Ends with 1 when there is an error.

    FOLDER is a content folder or one pack; without it, the content of the settings.
    """
    from .plain.judging import entry_ages, judge

    with content_of(folder or settings().content_dir, settings().content_dir) as content:
        found = {*examine(content.folder)[1], *judge(content.folder, content.only)}
        findings = sorted({*found, *catalogue_findings(settings().translations_dir, content.packs())})
        for one in entry_ages(content.folder, content.only) if ages else ():
            click.echo(str(one))
    for finding in findings:
        click.echo(str(finding))
    warnings = sum(finding.warning for finding in findings)
    click.echo(f"{len(findings) - warnings} errors, {warnings} warnings.")
    if len(findings) > warnings:
        raise click.exceptions.Exit(1)


@group.command("build")
def build() -> None:
    """Make the bundle files that are missing, and say how large each is."""
    packs = [council.slug for council in get_library().councils()]
    bundles = get_bundles()
    for slug, lang, hash_, made in bundles.build():
        sizes = ", ".join(f"{coding} {len(bundles.read(slug, lang, coding))}" for coding in ENDINGS)
        click.echo(f"{slug} {lang} {hash_} {'made' if made else 'kept'}: {sizes} bytes")
    note_checked(settings().translations_dir, packs, bundles.folder)


@group.command("names")
def names() -> None:
    """Work out the name of every bundle without making it: the first list of councils then answers at once."""
    bundles = get_bundles()
    for council in get_library().councils():
        for lang in LANGUAGES:
            bundles.find(council.slug, lang)


@group.command("stale")
@FOLDER
def show_stale(folder: Path | None) -> None:
    """List what is past its review-by date, by owner. Ends with 1 when there is something, with 0 when not."""
    with content_of(folder or settings().content_dir, settings().content_dir) as content:
        found = stale(content.folder, now().date().isoformat(), content.only)
    for (owner, pack), entries in groupby(found, key=lambda one: (one.owner, one.pack)):
        listed = list(entries)
        click.echo(f"{owner} ({pack}): {len(listed)}")
        for one in listed:
            click.echo(f"  {one.review_by}  {one.file}:{one.line}  {one.id}")
    click.echo(f"{len(found)} past the review-by date.")
    if found:
        raise click.exceptions.Exit(1)
