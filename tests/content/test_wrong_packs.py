"""What can be wrong with files, ids and overrides; and the warnings."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.packs import ENTITLEMENTS, FILES, HELP, OVERRIDES, PASSPORT, findings_of, spoil, write

SECOND_HOME = "england/entitlements/more.yaml"


def lines(folder: Path, files: dict[str, str]) -> list[str]:
    return [str(finding) for finding in findings_of(write(folder, files))]


def test_good_content_has_no_findings(tmp_path: Path) -> None:
    assert lines(tmp_path, {}) == []


def test_an_id_used_twice_names_both_places(tmp_path: Path) -> None:
    found = lines(tmp_path, {SECOND_HOME: ENTITLEMENTS.replace("id: rail-card", "id: other-card")})
    assert found == [
        f"content/{SECOND_HOME}:2: the entitlements id `home-money` is used twice (first at "
        "content/england/entitlements/home.yaml:2); write another id, or change the entry in overrides.yaml instead"
    ]


def test_a_council_entry_with_an_id_of_the_base_is_used_twice(tmp_path: Path) -> None:
    found = lines(tmp_path, {"oldshire/help.yaml": HELP})
    assert [text.split(":")[1] for text in found] == ["2", "18"]
    assert all("is used twice (first at content/england/help.yaml:" in text for text in found)


@pytest.mark.parametrize(
    ("file", "old", "new", "scope"),
    [
        ("england/passport/money.yaml", "id: money-02", "id: money-01", "skill"),
        ("england/entitlements/home.yaml", "id: extra", "id: main", "amount"),
        ("england/challenges.yaml", "id: stage-1", "id: ask-why", "step"),
    ],
)
def test_ids_inside_an_entry_are_used_once(tmp_path: Path, file: str, old: str, new: str, scope: str) -> None:
    findings, line = spoil(tmp_path, file, old, new)
    assert [(finding.line, f"the {scope} id" in finding.text) for finding in findings] == [(line, True)]


@pytest.mark.parametrize(
    ("file", "old", "new", "missing"),
    [
        ("england/status/statuses.yaml", "  - {id: unknown, title: Status, summary: What it is.}\n", "", "unknown"),
        ("england/status/rules.yaml", "id: D13", "id: D12", "D13"),
        ("england/status/flags.yaml", "id: E10", "id: E9", "E10"),
        ("england/status/flags.yaml", FILES["england/status/flags.yaml"], "status_flags: []\n", "E1, E2, E2b, E3, E4"),
    ],
)
def test_a_base_pack_has_words_for_whatever_the_rules_can_find(
    tmp_path: Path, file: str, old: str, new: str, missing: str
) -> None:
    findings, _ = spoil(tmp_path, file, old, new)
    said = [finding for finding in findings if "no words" in finding.text]
    assert [(finding.file, finding.line, finding.warning) for finding in said] == [(f"content/{file}", 1, False)]
    assert f"no words for {missing}" in said[0].text


def test_words_in_no_file_are_missed_where_they_should_be(tmp_path: Path) -> None:
    content = write(tmp_path)
    (content / "england/status/rules.yaml").unlink()
    assert [finding.file for finding in findings_of(content)] == ["content/england/status/rules.yaml"]


def test_skill_ids_are_used_once_across_areas(tmp_path: Path) -> None:
    found = lines(tmp_path, {"england/passport/other.yaml": PASSPORT.replace("id: money\n", "id: other\n")})
    assert len(found) == 2
    assert all("the skill id" in text for text in found)


def test_the_same_id_in_two_kinds_is_fine(tmp_path: Path) -> None:
    assert spoil(tmp_path, "england/papers.yaml", "id: passport", "id: home-money")[0] == []


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("home-money:", "home-mony:", 3, "england has no entitlements entry `home-mony` to change; write home-money"),
        ("entitlements:", "entitlement:", 2, "`entitlement` cannot be overridden; write entitlements"),
        ("amounts:", "amount:", 4, "`amount` is not known here; write `amounts`"),
        ("200000", "2000.5", 5, "2000.5 is not a whole number"),
        ("unit: pence, ", "", 5, "`unit` is missing"),
        ("      as_at: 2016-10-31\n", "", 3, "brings no `as_at` of its own; write `as_at: …`"),
        ("overrides:", "override:", 1, "`override` is not known here; write `overrides`"),
    ],
)
def test_a_wrong_override_is_named_in_its_own_file(tmp_path: Path, old: str, new: str, line: int, says: str) -> None:
    found = lines(tmp_path, {"oldshire/overrides.yaml": OVERRIDES.replace(old, new, 1)})
    assert any(text.startswith(f"content/oldshire/overrides.yaml:{line}: ") and says in text for text in found), found


def test_an_override_that_changes_nothing(tmp_path: Path) -> None:
    found = lines(tmp_path, {"oldshire/overrides.yaml": "overrides:\n  help:\n    night-line: {}\n"})
    assert found[0].startswith("content/oldshire/overrides.yaml:3: `night-line` changes nothing; write the fields")


def test_a_key_written_twice(tmp_path: Path) -> None:
    findings, line = spoil(tmp_path, "england/help.yaml", "    who: Anyone\n", "    who: Anyone\n    who: Nobody\n")
    assert [str(finding) for finding in findings] == [
        f"content/england/help.yaml:{line + 1}: `who` is written twice (first on line {line}); write it once instead"
    ]


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("help: [\n", 2, "this is not YAML"),
        ("help:\n  - id: 'a\n", 3, "this is not YAML"),
        ("\x00", 1, "this is not YAML"),
        ("", 1, "the file is empty"),
        ("- a\n", 1, "the file is not a block of names and values; write `help: […]`"),
        ("help: {}\n", 1, "`help` does not hold what it should; write `help: […]`"),
        ("hlp: []\n", 1, "`hlp` is not known here; write `help`"),
        ("help: [just words]\n", 1, "this is not a block of names and values"),
        ("help:\n  - &a {id: x}\n  - *a\n", 2, "this block is used again by an alias"),
        ("help:\n  - &a [*a]\n", 2, "this block is used again by an alias"),
        ("help:\n  - !!python/object:os.system {id: x}\n", 2, "`id` is not allowed"),
        ("help:\n  - !secret x\n", 2, "`!secret` is not allowed"),
        ("help:\n  - ? {a: b}\n    : c\n", 2, "this name is not plain text"),
    ],
)
def test_a_file_that_cannot_be_read(tmp_path: Path, text: str, line: int, says: str) -> None:
    found = lines(tmp_path, {"england/help.yaml": text})
    if says == "`id` is not allowed":
        # A tag on a block is never followed: the block is read as plain names and values.
        assert any("`title` is missing" in one for one in found)
        return
    assert any(one.startswith(f"content/england/help.yaml:{line}: {says}") for one in found), found


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    content = write(tmp_path)
    (content / "england" / "help.yaml").write_bytes(b"help: [\xff]")
    assert [str(finding) for finding in findings_of(content)] == [
        "content/england/help.yaml:1: this is not UTF-8 text; write it in UTF-8 instead"
    ]


def test_a_file_of_another_name(tmp_path: Path) -> None:
    found = lines(tmp_path, {"oldshire/ofer.yaml": FILES["oldshire/offer.yaml"]})
    assert found == ["content/oldshire/ofer.yaml:1: no pack has a file of this name; write offer.yaml instead"]


def test_a_pack_without_its_cover(tmp_path: Path) -> None:
    content = write(tmp_path)
    (content / "oldshire" / "pack.yaml").unlink()
    found = [str(finding) for finding in findings_of(content)]
    assert "content/oldshire/pack.yaml:1: the pack has no pack.yaml; write one with slug, name and state" in found


@pytest.mark.parametrize(("name", "line"), [("pledge.yaml", 1), ("overrides.yaml", 3)])
def test_a_base_pack_promises_and_changes_nothing(tmp_path: Path, name: str, line: int) -> None:
    found = lines(tmp_path, {f"england/{name}": FILES[f"oldshire/{name}"]})
    assert any(text.startswith(f"content/england/{name}:{line}: a base pack promises and changes") for text in found)


def test_a_folder_without_packs(tmp_path: Path) -> None:
    assert "there is no pack here" in findings_of(tmp_path)[0].text


def test_a_mistake_of_the_base_is_named_once(tmp_path: Path) -> None:
    again = {f"newshire/{name.split('/', 1)[1]}": text for name, text in FILES.items() if name.startswith("oldshire")}
    again["newshire/pack.yaml"] = again["newshire/pack.yaml"].replace("oldshire", "newshire")
    again["england/entitlements/home.yaml"] = ENTITLEMENTS.replace("kind: guidance", "kind: rule")
    assert len(lines(tmp_path, again)) == 1


def test_a_passed_review_date_is_a_warning(tmp_path: Path) -> None:
    findings, line = spoil(tmp_path, "oldshire/pledge.yaml", "review_by: 2027-05-01", "review_by: 2026-11-21")
    assert [str(finding) for finding in findings] == [
        f"content/oldshire/pledge.yaml:{line}: warning: the review-by date 2026-11-21 has passed; "
        "check the facts, then write a later date"
    ]


def test_a_review_date_of_today_has_not_passed(tmp_path: Path) -> None:
    assert spoil(tmp_path, "oldshire/pledge.yaml", "review_by: 2027-05-01", "review_by: 2026-11-22")[0] == []
