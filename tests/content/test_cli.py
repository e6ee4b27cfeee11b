"""`flask content check`, `flask content build`, and a start on broken content."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from flask.cli import FlaskGroup, ScriptInfo

from tests.conftest import make_settings
from tests.content.packs import ENTITLEMENTS, OVERRIDES, PLEDGE, write
from webapp import create_app
from webapp.content.findings import ContentError

BROKEN = {"oldshire/pledge.yaml": PLEDGE.replace("strength: must", "strength: always")}
LINE = "content/oldshire/pledge.yaml:10: 'always' is not known for `strength`; write one of must, good_to_have instead"


def test_check_passes_good_content(small: Flask) -> None:
    result = small.test_cli_runner().invoke(args=["content", "check"])
    assert (result.exit_code, result.output) == (0, "0 errors, 0 warnings.\n")


def test_check_of_another_folder_names_every_error_and_ends_with_1(small: Flask, tmp_path: Path) -> None:
    other = {**BROKEN, "oldshire/overrides.yaml": OVERRIDES.replace("home-money", "home-mone")}
    result = small.test_cli_runner().invoke(args=["content", "check", str(write(tmp_path / "other", other))])
    assert result.exit_code == 1
    assert LINE in result.output
    assert "content/oldshire/overrides.yaml:3: " in result.output
    assert result.output.endswith("2 errors, 0 warnings.\n")


def test_warnings_do_not_fail(small: Flask, tmp_path: Path) -> None:
    late = write(tmp_path / "late", {"oldshire/pledge.yaml": PLEDGE.replace("2027-05-01", "2020-05-01")})
    result = small.test_cli_runner().invoke(args=["content", "check", str(late)])
    assert result.exit_code == 0
    assert "warning: the review-by date 2020-05-01 has passed" in result.output


def test_build_says_sizes(small: Flask, tmp_path: Path) -> None:
    runner = small.test_cli_runner()
    first = runner.invoke(args=["content", "build"]).output
    assert first.startswith("oldshire en ")
    assert " made: br " in first
    assert " kept: br " in runner.invoke(args=["content", "build"]).output


def test_broken_content_stops_the_start(tmp_path: Path) -> None:
    settings = replace(make_settings(tmp_path), content_dir=write(tmp_path, BROKEN))
    with pytest.raises(ContentError) as stopped:
        create_app(settings)
    assert LINE in str(stopped.value)


def test_an_unknown_key_in_who_stops_the_start(tmp_path: Path) -> None:
    wrong = {"england/entitlements/home.yaml": ENTITLEMENTS.replace("age_max: 24", "care_leaver: true")}
    with pytest.raises(ContentError) as stopped:
        create_app(replace(make_settings(tmp_path), content_dir=write(tmp_path, wrong)))
    (finding,) = stopped.value.findings
    assert (finding.file, finding.line) == ("content/england/entitlements/home.yaml", 9)
    instead = '`ask: "<a plain yes or no question>"` instead'
    assert finding.text == f"condition key `care_leaver` is not one we can check; write {instead}"


def test_the_flask_command_prints_the_lines_of_broken_content(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = replace(make_settings(tmp_path), content_dir=write(tmp_path, BROKEN))
    info = ScriptInfo(create_app=lambda: create_app(settings))
    with pytest.raises(SystemExit) as ended:
        FlaskGroup().main(args=["content", "check"], obj=info)
    assert ended.value.code == 1
    assert LINE in capsys.readouterr().err
