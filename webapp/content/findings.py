"""What the checker says: one line for each thing wrong, with file, line, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

import click


@dataclass(frozen=True, order=True)
class Finding:
    """One thing to put right. A warning does not stop the start; anything else does."""

    file: str
    line: int
    text: str
    warning: bool = False

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {'warning: ' if self.warning else ''}{self.text}"


class ContentError(click.ClickException):
    """The content has errors, so nothing of it is shown. The text is one line for each finding.

    It is a click exception because the `flask` command makes the app first: `flask content check` then prints these
    lines and ends with 1, where another exception would print a traceback.
    """

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("the content has errors:\n" + "\n".join(str(finding) for finding in findings))


def say(what: str, instead: str) -> str:
    """The text of a finding: what is wrong, and what to write instead."""
    return f"{what}; write {instead} instead"


def nearest(word: object, options: Iterable[str]) -> str | None:
    """The option that looks most like `word`, or None when nothing looks like it."""
    found = get_close_matches(str(word), list(options), n=1, cutoff=0.6)
    return found[0] if found else None
