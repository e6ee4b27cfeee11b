"""The page for operators names every setting and command, and the README names only what is there."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
from flask import Flask

from webapp.settings import ROOT

OPERATE = (ROOT / "docs" / "running" / "operate.md").read_text(encoding="utf-8")
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
# A private file name, a machine's folder, or an unfinished thought.
NEVER = re.compile(r"/home/|/root/|TODO|FIXME|lorem", re.IGNORECASE)


def test_every_setting_is_explained() -> None:
    read = set(re.findall(r'"(FOOTING_\w+)"', (ROOT / "webapp" / "settings.py").read_text(encoding="utf-8")))
    told = set(re.findall(r"^\| `(FOOTING_\w+)`", OPERATE, re.MULTILINE))
    assert read == told


def test_every_command_is_explained(app: Flask) -> None:
    own = {name for name, command in app.cli.commands.items() if name not in ("run", "shell", "routes", "openapi")}
    for name in own:
        assert f"flask {name}" in OPERATE, name
    group = app.cli.commands["demo"]
    assert isinstance(group, click.Group)
    assert set(group.commands) == {"load", "who", "code"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_and_named_files_are_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert NEVER.search(text) is None
    for target in re.findall(r"\]\(((?!https?:)[^)#]+)\)", text):
        assert (page.parent / target).exists(), target
    for target in re.findall(r"`((?:bin|webapp|content|static|tests|docs|migrations)/[\w./-]*)`", text):
        assert target.startswith("static/dist") or (ROOT / target).exists(), target


def test_readme_names_every_script() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    scripts = {path.name for path in (ROOT / "bin").iterdir() if not path.name.startswith("_")}
    assert {name for name in scripts if f"bin/{name}" not in readme} == set()
