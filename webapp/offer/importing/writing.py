"""Writes the imported entries into a pack: checked with everything else first, then whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from ...content.findings import Finding
from ...content.library import examine
from ...content.reading import read
from ...core.files import write_whole
from ..headings import HEADINGS

FILE = "offer-imported.yaml"
WIDTH = 110

Entry = dict[str, Any]


def as_yaml(entries: Sequence[Entry], feed: str) -> str:
    """The file's text. The same entries from the same feed always give the same text, in any order."""
    order = list(HEADINGS)
    inside = sorted(entries, key=lambda entry: (order.index(entry["heading"]), entry["title"].casefold(), entry["id"]))
    head = f"# Made by `flask offer import` from {feed}\n# Change nothing here: the next import writes it anew.\n"
    return head + yaml.safe_dump({"offer": inside}, allow_unicode=True, sort_keys=False, width=WIDTH)


def ids_in(path: Path) -> set[str]:
    """The ids of the entries that an earlier import left; none when there was none."""
    if not path.is_file():
        return set()
    value = read(path, path.name).value
    return {entry["id"] for entry in value["offer"]}


def errors_with(content: Path, council: str, text: str) -> list[Finding]:
    """What the content checker would refuse if `text` were the council's imported file. Changes nothing."""
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder) / content.name
        shutil.copytree(content, trial)
        (trial / council / FILE).write_text(text, encoding="utf-8")
        return [finding for finding in examine(trial)[1] if not finding.warning]


def blamed(findings: Sequence[Finding], council: str, text: str) -> dict[str, str]:
    """The ids of the entries of `text` that findings are about, each with the first complaint."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / FILE
        path.write_text(text, encoding="utf-8")
        document = read(path, FILE)
    starts = [(document.line(("offer", index)), entry["id"]) for index, entry in enumerate(document.value["offer"])]
    found: dict[str, str] = {}
    for finding in findings:
        if finding.file.endswith(f"/{council}/{FILE}"):
            ids = [id_ for start, id_ in starts if start <= finding.line]
            if ids:
                found.setdefault(ids[-1], finding.text)
    return found


def put(path: Path, text: str) -> bool:
    """Write a file whole or not at all; False when it is there already and says the same."""
    data = text.encode()
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, data)
    return True
