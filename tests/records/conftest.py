"""The people of these tests, on SQLite and then on PostgreSQL."""

from __future__ import annotations

import pytest
from flask import Flask


@pytest.fixture
def app(either_app: Flask) -> Flask:
    """A migrated app; overrides the shared fixture so that each test here runs on both databases."""
    return either_app
