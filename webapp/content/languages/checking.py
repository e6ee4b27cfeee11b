"""Checks of the catalogues: a translation with another hole than its English would be wrong, or say half a sentence.

A figure that a translator typed would stay when the council's own is another; markup and stray direction signs would
show on the screen as they are. What is fuzzy or empty is not shown, so it is not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from gettext import c2py
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, PoFileParser

from ...core.catalogues import SCREENS, STATED, catalogue_path
from ..fields import NO_WORDS
from ..findings import ContentError, Finding, say
from ..inputs import catalogues_fingerprint
from . import FALLBACK, LANGUAGES
from .updating import id_of

# What was looked at in this process, by fingerprint: a second app on the same catalogues looks at nothing.
_looked_at: dict[str, tuple[Finding, ...]] = {}
NOTE = "checked-"
# The plural rule is looked at for these numbers; after them the last hundred comes again.
NUMBERS = range(200)
SHOWN = 60
_LINE = re.compile(r'(?:#.*|(?:msg(?:ctxt|id|id_plural|str|str\[[0-9]\]) )?"(?:[^"\\]|\\.)*")?')
# A hole, or a bracket that belongs to none.
_HOLE = re.compile(r"\{[^{}]*\}|[{}]")
_COUNT = "{n}"
# A direction sign that opens, and the one that closes it.
_CLOSES = {**dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"), **dict.fromkeys("\u2066\u2067\u2068", "\u2069")}
_SIGNS = re.compile(f"[{''.join([*_CLOSES, *set(_CLOSES.values())])}]")


class _Read(Catalog):
    """A catalogue that notes which texts stand in it twice: of those gettext takes one, without a word."""

    def __init__(self) -> None:
        super().__init__()
        self.twice: list[Message] = []

    def __setitem__(self, id: object, message: Message) -> None:
        if message.id and self.get(message.id, message.context) is not None:
            self.twice.append(message)
        super().__setitem__(id, message)  # type: ignore[index]


@dataclass(frozen=True)
class _Forms:
    """How many plural forms a language has, and which numbers each is said for."""

    numbers: Sequence[frozenset[int]]

    def says_the_number(self, form: int) -> bool:
        """Whether a form must have the number in it: it is said for more than one, or for more than none and one."""
        return len(self.numbers[form]) > 1 and not self.numbers[form] <= {0, 1}


def catalogue_findings(translations: Path, packs: Iterable[str]) -> list[Finding]:
    """What is wrong in the catalogues of the screens and of some packs, in every language."""
    names = [SCREENS, *packs]
    fingerprint = catalogues_fingerprint(_paths(translations, names))
    if fingerprint not in _looked_at:
        found = [
            finding
            for lang in LANGUAGES
            for name in names
            for finding in _of_file(catalogue_path(translations, lang, name), translations, lang)
        ]
        _looked_at[fingerprint] = tuple(sorted(found))
    return list(_looked_at[fingerprint])


def pass_or_stop(translations: Path, packs: Sequence[str], folder: Path) -> None:
    """Nothing when a note in `folder` says that exactly these catalogues have passed; else looks at them.

    Raises `ContentError` when something is wrong: half a catalogue is never shown.
    """
    if _note(translations, packs, folder).is_file():
        return
    if found := catalogue_findings(translations, packs):
        raise ContentError(found)


def note_checked(translations: Path, packs: Sequence[str], folder: Path) -> None:
    """Leave a note for later starts, when nothing is wrong."""
    note = _note(translations, packs, folder)
    if not note.is_file() and not catalogue_findings(translations, packs):
        folder.mkdir(parents=True, exist_ok=True)
        note.touch()


def _note(translations: Path, packs: Sequence[str], folder: Path) -> Path:
    return folder / f"{NOTE}{catalogues_fingerprint(_paths(translations, [SCREENS, *packs]))}"


def _paths(translations: Path, names: Iterable[str]) -> list[Path]:
    return [catalogue_path(translations, lang, name) for lang in LANGUAGES for name in names]


def _of_file(path: Path, translations: Path, lang: str) -> Iterator[Finding]:
    if lang == FALLBACK or not path.is_file():
        return
    shown = f"{translations.name}/{path.relative_to(translations).as_posix()}"
    try:
        lines = path.read_text("utf-8").split("\n")
    except UnicodeDecodeError:
        yield Finding(shown, 1, say("this is not UTF-8 text", "it in UTF-8"))
        return
    broken = [number for number, line in enumerate(lines, 1) if not _LINE.fullmatch(line.strip())]
    if broken:
        for number in broken:
            text = say("gettext cannot read this line", '`msgid "…"` or `msgstr "…"`, with \\" for a quote inside')
            yield Finding(shown, number, text)
        return
    catalogue = _Read()
    try:
        PoFileParser(catalogue, abort_invalid=True).parse(lines)
        yield from _of_catalogue(catalogue, shown, lang, path.stem)
    except PoFileError as error:
        yield Finding(shown, error.lineno + 1, f"gettext cannot read this text ({str(error).rpartition(' on ')[0]})")
    except ValueError as error:
        # A number or a date of the head, or the plural rule.
        yield Finding(shown, 1, f"the head cannot be read ({error})")


def _of_catalogue(catalogue: _Read, shown: str, lang: str, name: str) -> Iterator[Finding]:
    forms = _forms_of(catalogue)
    if not STATED.search(catalogue.header_comment):
        instead = "`# State: machine draft`, or `# State: checked by <name>, <date>`,"
        yield Finding(shown, 1, say("the head does not say who has looked at these words", instead))
    if catalogue.locale_identifier != lang:
        text = say(f"the head names the language {catalogue.locale_identifier}", f"`Language: {lang}`")
        yield Finding(shown, 1, text)
    for message in catalogue.twice:
        yield Finding(shown, message.lineno or 1, say(f"{_called(message)} stands here twice", "it once"))
    for message in catalogue:
        if message.id and not message.fuzzy:
            for text in _wrong_in(message, forms, content=name != SCREENS):
                yield Finding(shown, message.lineno or 1, f"{_called(message)}: {text}")


def _forms_of(catalogue: Catalog) -> _Forms:
    """Raises `ValueError` when the plural rule cannot be read, or leads to a form that is not there."""
    rule = c2py(catalogue.plural_expr)
    numbers: dict[int, set[int]] = {form: set() for form in range(catalogue.num_plurals)}
    for number in NUMBERS:
        if rule(number) not in numbers:
            raise ValueError(f"Plural-Forms: the rule gives {number} a form that is not there")
        numbers[rule(number)].add(number)
    return _Forms([frozenset(found) for found in numbers.values()])


def _called(message: Message) -> str:
    """How a finding names a text: by its context, or by its English."""
    english = id_of(message)
    return f"`{message.context or (english if len(english) <= SHOWN else english[:SHOWN] + '…')}`"


def _wrong_in(message: Message, forms: _Forms, *, content: bool) -> Iterator[str]:
    many = not isinstance(message.id, str)
    english, said = _all(message.id), _all(message.string)
    if not any(said):
        return
    if not all(said):
        empty = ", ".join(str(form) for form, text in enumerate(said) if not text)
        yield say(f"of {len(said)} plural forms some are empty ({empty})", f"all {len(said)}, or none of them")
        return
    for form, text in enumerate(said):
        yield from _wrong_holes(english, text, free=many and not forms.says_the_number(form))
        yield from _wrong_words(" ".join(english), text, content=content)


def _all(text: object) -> list[str]:
    """A text, or all forms of one with a plural."""
    return [str(form or "") for form in text] if isinstance(text, (list, tuple)) else [str(text or "")]


def _wrong_holes(english: Sequence[str], text: str, *, free: bool) -> Iterator[str]:
    """`free` when this form may leave the number out: "one day"."""
    known = {hole for one in english for hole in _HOLE.findall(one)}
    needed = set(_HOLE.findall(english[-1])) - ({_COUNT} if free else set())
    said = set(_HOLE.findall(text))
    if missing := sorted(needed - said):
        yield f"the translation has no {' and no '.join(missing)}; write it where the sentence needs it"
    if strange := sorted(said - known):
        instead = " or ".join(sorted(known)) or "a word"
        yield say(f"the translation has {' and '.join(strange)}, which the English has not", instead)


def _wrong_words(english: str, text: str, *, content: bool) -> Iterator[str]:
    """What no translation may hold. A figure of `content` is always a hole; the screens have some, in our digits."""
    for pattern, what, instead in NO_WORDS:
        if (found := pattern.search(text)) and not pattern.search(english):
            yield say(f"the translation has {what} ({found[0][:40]})", instead)
    digits = [sign for sign in text if sign.isnumeric() and sign not in english and (content or not sign.isascii())]
    if digits:
        instead = "the hole of the figure" if content else "the digits 0 to 9"
        yield say(f"the translation has digits of its own ({''.join(digits)})", instead)
    if not _in_pairs(text):
        yield say("a sign for the direction of the text is not closed, or closes nothing", "both signs, or none")


def _in_pairs(text: str, closes: Mapping[str, str] = _CLOSES) -> bool:
    open_: list[str] = []
    for sign in _SIGNS.findall(text):
        if sign in closes:
            open_.append(closes[sign])
        elif not open_ or open_.pop() != sign:
            return False
    return not open_
