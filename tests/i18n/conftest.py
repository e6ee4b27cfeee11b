"""What there is to translate in the app as it is."""

from __future__ import annotations

import shlex
import subprocess
import sys

import pytest

from webapp.content.languages.updating import Wanted, screens_of, wanted_of
from webapp.content.library import Library, open_library
from webapp.core.catalogues import SCREENS
from webapp.settings import ROOT


@pytest.fixture(scope="session")
def real() -> Library:
    return open_library(ROOT / "content")


@pytest.fixture(scope="session")
def wanted(real: Library, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Wanted]:
    """Every text to translate, by catalogue; those of the screens are gathered by the command of bin/messages."""
    script = (ROOT / "bin" / "messages").read_text(encoding="utf-8")
    (line,) = [line for line in script.splitlines() if "pybabel" in line]
    template = tmp_path_factory.mktemp("screens") / "screens.pot"
    _, *arguments = shlex.split(line.replace("$pot", str(template)))
    subprocess.run([sys.executable, "-m", "babel.messages.frontend", *arguments], cwd=ROOT, check=True)
    return {**wanted_of(real), SCREENS: screens_of(template)}
