"""Brings catalogues up to date with the English: what is new is empty; what has changed is fuzzy, and nothing else."""

from __future__ import annotations

import difflib
import io
import re
from collections.abc import Iterable
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, unescape, write_po

from ...core.catalogues import SCREENS, catalogue_path
from ..library import Library
from .holes import with_holes
from .saying import council_texts

# How alike a text must be to one that is gone to be the same text, changed.
ALIKE = 0.5
# Where Babel knows no rule, or another than CLDR.
_PLURALS = {
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
    "fa": "nplurals=2; plural=(n > 1);",
    "ti": "nplurals=2; plural=(n > 1);",
}
# The lines of a fuzzy text that say what English it was translated from; Babel writes them, and reads them as notes.
_BEFORE = "| "
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
Wanted = dict[tuple[str, str], Message]


def wanted_of(library: Library) -> dict[str, Wanted]:
    """Of each pack, its own texts to translate: what its base says already is in the base's catalogue."""
    found = {council.slug: _texts(council_texts(council)) for council in library.councils()}
    bases = {council.slug: council.extends for council in library.councils()}
    return {
        slug: {key: text for key, text in texts.items() if key not in found.get(bases[slug] or "", {})}
        for slug, texts in found.items()
    }


def _texts(texts: Iterable[tuple[str, str]]) -> Wanted:
    wanted: Wanted = {}
    for context, text in texts:
        key, _ = with_holes(text)
        # What the reader sees, for whoever translates: the figures are in it.
        shown = [text] if key != text else []
        wanted.setdefault((context, key), Message(key, context=context, auto_comments=shown))
    return wanted


def screens_of(template: Path) -> Wanted:
    """The texts of the screens, from the template that Babel has written."""
    with template.open("rb") as file:
        return {("", id_of(message)): message for message in read_po(file) if message.id}


def updated(old: Catalog, wanted: Wanted) -> Catalog:
    """The catalogue with exactly the wanted texts.

    A text that is not in it takes over the translation of the one in the same context that is gone and most like it, as
    fuzzy, with the English it was made from. No other translation changes.
    """
    new = Catalog(
        locale=old.locale,
        domain=old.domain,
        header_comment=old.header_comment,
        project="Footing",
        language_team=old.language_team,
        fuzzy=False,
    )
    new.mime_headers = old.mime_headers
    has = {(message.context or "", id_of(message)): message for message in old if message.id}
    gone = {key: message for key, message in has.items() if key not in wanted and _done(message)}
    for key in sorted(wanted):
        message = wanted[key]
        known = has.get(key)
        if known is None or len(_all(known)) != len(_all(message)):
            near = _nearest(key, gone, len(_all(message)))
            known = gone.pop(near) if near else None
        _add(new, message, known)
    return new


def _nearest(key: tuple[str, str], gone: dict[tuple[str, str], Message], forms: int) -> tuple[str, str] | None:
    """A text with a plural takes over that of another with a plural only."""
    context, text = key
    texts = [gone_text for gone_context, gone_text in gone if gone_context == context]
    texts = [one for one in texts if len(_all(gone[context, one])) == forms]
    best = difflib.get_close_matches(text, texts, n=1, cutoff=ALIKE)
    return (context, best[0]) if best else None


def _add(catalog: Catalog, message: Message, known: Message | None) -> None:
    """Add a text with the translation that is known of it, or of what it was before: that is then fuzzy."""
    changed = known is not None and _all(known) != _all(message)
    fuzzy = known is not None and _done(known) and (known.fuzzy or changed)
    # Changed twice before anybody looked: it was still made from the first.
    before = (known.previous_id or (_all(known) if changed else ())) if known is not None and fuzzy else ()
    catalog.add(
        message.id,
        known.string if known is not None else "",
        auto_comments=message.auto_comments,
        user_comments=known.user_comments if known is not None else (),
        flags={"fuzzy"} if fuzzy else set(),
        context=message.context or None,
        previous_id=list(before),
    )


def _all(message: Message) -> list[str]:
    """The English of a message: one text, or that for one thing and that for many."""
    return [message.id] if isinstance(message.id, str) else [str(text) for text in message.id]


def _done(message: Message) -> bool:
    return any(message.string) if isinstance(message.string, (list, tuple)) else bool(message.string)


def read_old(data: bytes, lang: str) -> Catalog:
    """A catalogue as it is written in the repository, with what English each fuzzy text was translated from."""
    catalog = read_po(io.BytesIO(data), locale=lang, abort_invalid=True)
    before = _before(data.decode(catalog.charset))
    for message in catalog:
        message.user_comments = [note for note in message.user_comments if not note.startswith(_BEFORE)]
        message.previous_id = before.get(message.lineno or 0, [])
    return catalog


def _before(text: str) -> dict[int, list[str]]:
    """The English before it of each fuzzy text, by the line of its `msgid`. It is written in lines of some length."""
    found: dict[int, list[str]] = {}
    lines: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith(f"#{_BEFORE}"):
            lines.append(line.removeprefix(f"#{_BEFORE}").rstrip("\r"))
        elif line.startswith("msgid "):
            one, _, many = " ".join(lines).partition(" msgid_plural ")
            found[number] = [_unquoted(text) for text in (one, many) if text]
            lines = []
    return found


def _unquoted(text: str) -> str:
    return "".join(unescape(part) for part in _QUOTED.findall(text))


def id_of(message: Message) -> str:
    """The English text of a message; of one with a plural, that for one thing."""
    return _all(message)[0]


def update_file(path: Path, wanted: Wanted) -> bool:
    """Bring one catalogue up to date; whether that changed it. One that is not there yet is begun."""
    lang, before = path.parent.parent.name, path.read_bytes() if path.is_file() else b""
    after = as_bytes(updated(read_old(before, lang) if before else _new(lang, path.stem), wanted))
    if after == before:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(after)
    return True


def as_bytes(catalog: Catalog) -> bytes:
    """The catalogue as it is written in the repository."""
    file = io.BytesIO()
    write_po(file, catalog, width=0, include_previous=True)
    return file.getvalue()


def _new(lang: str, name: str) -> Catalog:
    what = "the screens" if name == SCREENS else f"the content pack {name}"
    comment = f"# Words of {what} of Footing.\n# State: machine draft"
    new = Catalog(locale=lang, header_comment=comment, project="Footing", language_team="", fuzzy=False)
    if lang in _PLURALS:
        new.mime_headers = [("Plural-Forms", _PLURALS[lang])]
    return new


def update_all(translations: Path, langs: Iterable[str], wanted: dict[str, Wanted]) -> list[Path]:
    """Bring every catalogue of these languages up to date; those that changed."""
    paths = [(catalogue_path(translations, lang, name), texts) for lang in langs for name, texts in wanted.items()]
    return [path for path, texts in paths if update_file(path, texts)]
