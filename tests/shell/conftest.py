"""A tiny front end in a temporary folder, so that these tests need no build."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.conftest import make_settings
from webapp import create_app

SCRIPT = "main-ABCD1234.js"
STYLE = "main-EFGH5678.css"


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    folder = tmp_path / "dist"
    (folder / "icons").mkdir(parents=True)
    (folder / "manifest.json").write_text(json.dumps({"main.js": SCRIPT, "main.css": STYLE}), encoding="utf-8")
    (folder / SCRIPT).write_text("console.log('hello');\n" * 50, encoding="utf-8")
    (folder / STYLE).write_text("p{margin:0}\n" * 50, encoding="utf-8")
    (folder / "sw.js").write_text("self.addEventListener('fetch',()=>{});", encoding="utf-8")
    (folder / "manifest.webmanifest").write_text("{}", encoding="utf-8")
    (folder / "icons" / "icon-192.png").write_bytes(b"\x89PNG")
    (tmp_path / "secret.txt").write_text("outside", encoding="utf-8")
    return folder


@pytest.fixture
def shell_app(tmp_path: Path, dist: Path) -> Iterator[Flask]:
    app = create_app(dataclasses.replace(make_settings(tmp_path), static_dir=dist))
    with app.app_context():
        yield app


@pytest.fixture
def client(shell_app: Flask) -> FlaskClient:
    return shell_app.test_client()
