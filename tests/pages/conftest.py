"""The app on the real content, with a built front end that only has names; no database is needed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.conftest import make_settings
from webapp import create_app


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the build leaves, without the files themselves."""
    folder = tmp_path_factory.mktemp("dist")
    (folder / "manifest.json").write_text(json.dumps({"main.js": "main-ABCD2345.js", "main.css": "main-ABCD2345.css"}))
    return folder


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory, dist: Path) -> Iterator[Flask]:
    app = create_app(replace(make_settings(tmp_path_factory.mktemp("data")), static_dir=dist))
    with app.app_context():
        yield app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()
