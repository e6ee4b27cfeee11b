"""The pure rules, by tables."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from webapp.people import pass_phrases, rules

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("failures", "wait"),
    [(0, 0), (4, 0), (5, 2), (6, 4), (7, 8), (8, 16), (9, 32), (10, 60), (11, 60), (500, 60)],
)
def test_the_wait_doubles_up_to_a_minute(failures: int, wait: int) -> None:
    assert rules.seconds_to_wait([NOW] * failures, NOW, free=5) == wait


@pytest.mark.parametrize(
    ("ago", "wait"),
    [(0, 4), (1, 3), (3.5, 1), (4, 0), (60, 0)],
)
def test_the_wait_runs_from_the_last_failure(ago: float, wait: int) -> None:
    last = NOW - timedelta(seconds=ago)
    earlier = [NOW - timedelta(minutes=10)] * 5
    assert rules.seconds_to_wait([*earlier, last], NOW, free=5) == wait


def test_failures_older_than_the_window_cost_nothing() -> None:
    old = [NOW - rules.WINDOW - timedelta(seconds=1)] * 50
    assert rules.seconds_to_wait([*old, NOW, NOW, NOW, NOW], NOW, free=5) == 0


@pytest.mark.parametrize(
    "typed",
    ["0123-ABCD-1JKM", "o123 abcd ljkm", "OI23abcdIjkm", "0123–abcd–1jkm", " 0l23.abcd_1JKM "],
)
def test_codes_forgive_case_marks_and_misread_letters(typed: str) -> None:
    assert rules.read_code(typed) == "0123ABCD1JKM"


def test_codes_use_no_letter_that_reads_as_another() -> None:
    assert not set("ILOU") & set(rules.CODE_LETTERS)
    assert len(rules.CODE_LETTERS) == 32
    assert rules.show_code("0123ABCD1JKM") == "0123-ABCD-1JKM"


@pytest.mark.parametrize(
    "typed", ["maple-otter-42", "Maple Otter 42", "mapleotter42", " MAPLE_OTTER_42 ", "maple‑otter‑４２"]
)
def test_sign_in_names_forgive_how_they_are_typed(typed: str) -> None:
    assert rules.sign_in_key(typed) == "mapleotter42"


def test_emails_keep_their_marks() -> None:
    assert rules.sign_in_key(" Ada.Cole-Hill@Rutland.Example ") == "ada.cole-hill@rutland.example"


@pytest.mark.parametrize(
    ("phrase", "word"),
    [
        ("ninechars", "longer"),
        ("x" * 201, "shorter"),
        ("aaaaaaaaaaaa", "Many people"),
        ("121212121212", "Many people"),
        ("password123", "Many people"),
        ("PassWord 1 2 3", "Many people"),
        ("ｐａｓｓｗｏｒｄ１２３", "Many people"),
        ("Correct Horse Battery Staple", "Many people"),
        ("maple otter 42", "sign-in name"),
        ("Maple-Otter-42", "sign-in name"),
    ],
)
def test_pass_phrases_that_are_refused(phrase: str, word: str) -> None:
    trouble = rules.pass_phrase_trouble(phrase, common=pass_phrases.common(), not_these=["maple-otter-42"])
    assert trouble is not None
    assert word in trouble


@pytest.mark.parametrize("phrase", ["seven purple kites", "Räksmörgås äter", "私の猫は魚が好きです！", "ten chars!"])
def test_pass_phrases_that_are_taken(phrase: str) -> None:
    assert rules.pass_phrase_trouble(phrase, common=pass_phrases.common(), not_these=["maple-otter-42"]) is None


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:bbbb::9", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("", "unknown"),
    ],
)
def test_addresses_are_counted_by_household(address: str, network: str) -> None:
    assert rules.network_of(address) == network


@pytest.mark.parametrize(
    ("birthday", "fine"),
    [
        (date(2013, 11, 22), True),
        (date(2013, 11, 23), False),
        (date(1996, 11, 23), True),
        (date(1996, 11, 22), False),
        (date(2026, 11, 1), False),
        (date(1908, 2, 29), False),
    ],
)
def test_birthdays_that_are_likely_a_slip(birthday: date, fine: bool) -> None:
    assert (rules.birthday_trouble(birthday, NOW.date()) is None) is fine


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        ("Mozilla/5.0 (Linux; Android 14; SM-A145R) AppleWebKit/537.36", "Android phone"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X)", "iPhone"),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64)", "Windows computer"),
        ("curl/8", "A device"),
    ],
)
def test_devices_get_a_plain_name(agent: str, name: str) -> None:
    assert rules.device_name(agent) == name
