"""What every app of a test would work out anew, worked out once: most of the time that it took to make one."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher
from werkzeug.routing import Rule

from webapp.content import library
from webapp.content.languages import checking
from webapp.people import pass_phrases
from webapp.settings import ROOT

OURS = (ROOT / "content").resolve()


def read_content_once(patched: pytest.MonkeyPatch) -> None:
    """Our own content and translations do not change while the tests run."""
    real_open, real_check = library.open_library, checking.pass_or_stop
    open_once = functools.cache(real_open)

    @functools.cache
    def check_once(translations: Path, packs: tuple[str, ...], folder: Path) -> None:
        real_check(translations, packs, folder)

    def check(translations: Path, packs: Sequence[str], folder: Path) -> None:
        ours = translations == ROOT / "translations"
        # Whether this very folder has a note of an earlier look matters to none of the others.
        check_once(translations, tuple(packs), OURS) if ours else real_check(translations, packs, folder)

    patched.setattr(library, "open_library", lambda folder: (open_once if folder == OURS else real_open)(folder))
    patched.setattr(checking, "pass_or_stop", check)


def make_addresses_when_asked(patched: pytest.MonkeyPatch) -> None:
    """An app prepares two programs for each route to write its address; a test needs few of them, or none."""
    real = Rule._compile_builder

    def later(rule: Rule, append_unknown: bool = True) -> Callable[..., tuple[str, str]]:
        made: list[Callable[..., tuple[str, str]]] = []

        def build(of: Rule, /, **values: Any) -> tuple[str, str]:
            if not made:
                made.append(real(rule, append_unknown))
            return made[0](of, **values)

        return build

    patched.setattr(Rule, "_compile_builder", later)


def make_pass_phrases_quick(patched: pytest.MonkeyPatch) -> PasswordHasher:
    """Argon2 is slow on purpose, a third of a second of a processor each time. Gives the real one."""
    real = pass_phrases._HASHER
    patched.setattr(pass_phrases, "_HASHER", PasswordHasher(time_cost=1, memory_cost=16, parallelism=1))
    return real
