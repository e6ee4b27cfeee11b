"""`flask content messages`: brings the catalogues of every language up to date with the English."""

from __future__ import annotations

from pathlib import Path

import click

from ..core.catalogues import SCREENS
from .cli import group, settings
from .languages import FALLBACK, LANGUAGES
from .languages.days import write_day_names
from .languages.updating import screens_of, update_all, wanted_of
from .library import get_library


@group.command("messages")
@click.option("--screens", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="The screens' template.")
def messages(screens: Path | None) -> None:
    """Gather every text of the packs, and with --screens those of the screens, into translations/.

    A text whose English changed becomes fuzzy, and is shown in English until somebody has looked at it.
    """
    wanted = wanted_of(get_library())
    if screens is not None:
        wanted[SCREENS] = screens_of(screens)
    translations = settings().translations_dir
    langs = [lang for lang in LANGUAGES if lang != FALLBACK]
    changed = [*update_all(translations, langs, wanted), *write_day_names(translations, langs)]
    for path in changed:
        click.echo(f"{path.relative_to(translations)} changed")
    click.echo(f"{len(changed)} of the catalogues changed.")
