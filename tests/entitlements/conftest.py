"""A young person, her adviser and a stranger, for each test."""

from __future__ import annotations

import pytest
from flask import Flask

from tests.support.care import Care, make_care


@pytest.fixture
def care(app: Flask) -> Care:
    return make_care(app)
