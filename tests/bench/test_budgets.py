"""The budgets of the design that do not depend on the machine: sizes and counts of statements."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from tests.conftest import make_settings
from tests.support.apps import running
from webapp import create_app
from webapp.settings import ROOT, Settings

from .check import rules_size
from .measures import KB, Device, bundle_sizes, counted, first_visit, flush_in_one, idle_sync, marks
from .people import SKILLS, new_device

DIST = ROOT / "static" / "dist"
IDLE_STATEMENTS = 2
IDLE_BYTES = 400


@pytest.fixture
def device(app: Flask) -> Device:
    return new_device(app)


@pytest.fixture
def built_app(tmp_path: Path) -> Iterator[Flask]:
    if not (DIST / "manifest.json").is_file():
        pytest.fail("static/dist is not built: run bin/test, which builds it first.")
    with running(dataclasses.replace(make_settings(tmp_path), static_dir=DIST)) as app:
        yield app


def test_the_first_visit_is_small(built_app: Flask) -> None:
    visit = first_visit(built_app)
    assert visit.javascript <= 30 * KB
    assert visit.css <= 10 * KB
    assert visit.whole <= 60 * KB


def test_every_bundle_is_small(built: Path, settings: Settings) -> None:
    sizes = bundle_sizes(create_app(dataclasses.replace(settings, data_dir=built)))
    assert sizes
    assert max(sizes.values()) <= 70 * KB, sizes


def test_the_rules_of_the_check_are_small() -> None:
    assert rules_size() <= 8 * KB


def test_an_idle_sync_costs_two_statements_and_few_bytes(app: Flask, device: Device) -> None:
    device.sync(marks(device, SKILLS, 20))
    idle = idle_sync(app, device)
    assert len(idle.statements) <= IDLE_STATEMENTS, idle.statements
    assert idle.answer_bytes <= IDLE_BYTES


def test_five_hundred_marks_go_in_one_request(device: Device) -> None:
    operations = marks(device, SKILLS, 500)
    flush_in_one(device, operations)
    fresh = Device(device.client, device.account, device.space)
    seen: set[str] = set()
    more = True
    while more:
        (space,) = fresh.sync().get_json()["spaces"]
        seen |= {row["id"] for row in space["changes"].get("marks", [])}
        more = space["more"]
    assert seen == {operation["id"] for operation in operations}


def test_the_cost_of_a_mark_does_not_grow_with_the_history(app: Flask, device: Device) -> None:
    def cost() -> int:
        operations = marks(device, SKILLS[:1], 1)
        with counted(app) as statements:
            device.sync(operations)
        return len(statements.seen)

    first = cost()
    device.sync(marks(device, SKILLS[:1], 60))
    assert cost() <= first + 1
