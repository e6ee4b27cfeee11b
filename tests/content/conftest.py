"""An app on the small good content, and one on the real content; no database is needed for either."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.conftest import make_settings
from tests.content.packs import write
from webapp import create_app
from webapp.content.library import Council, Library, examine
from webapp.settings import ROOT


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Flask]:
    """The app on the good content of `packs.py`."""
    app = create_app(replace(make_settings(tmp_path), content_dir=write(tmp_path)))
    with app.app_context():
        yield app


@pytest.fixture
def client(small: Flask) -> FlaskClient:
    return small.test_client()


@pytest.fixture(scope="module")
def library() -> Library:
    found, findings = examine(ROOT / "content")
    assert found is not None, "\n".join(str(finding) for finding in findings)
    return found


@pytest.fixture(scope="module")
def england(library: Library) -> Council:
    return library.council("england")
