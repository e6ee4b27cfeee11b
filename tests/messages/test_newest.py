"""A new phone shows the newest messages at once, and older ones as they are asked for."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.care import Care
from webapp.core.db import get_db
from webapp.spaces.models import Space

from .sending import PDF, taken
from .writing import sent, thread, withdraw


def newest(care: Care, query: str = "", *, status: int = 200) -> Any:
    answer = care.maya_phone.client.get(f"/api/v1/spaces/{care.space}/messages{query}")
    assert answer.status_code == status
    assert answer.headers["Cache-Control"] == "no-store"
    return answer.json


def test_the_newest_come_first_and_the_rest_page_by_page(either_care: Care) -> None:
    care = either_care
    for number in range(5):
        sent(care, care.maya if number % 2 else care.sam, f"{number}")
    page = newest(care, "?limit=2")
    assert ([row["body"] for row in page["messages"]], page["more"]) == (["3", "4"], True)
    page = newest(care, f"?limit=2&before={page['messages'][0]['number']}")
    assert ([row["body"] for row in page["messages"]], page["more"]) == (["1", "2"], True)
    page = newest(care, f"?limit=2&before={page['messages'][0]['number']}")
    assert ([row["body"] for row in page["messages"]], page["more"]) == (["0"], False)
    assert newest(care)["messages"] == thread(care, care.maya)


def test_withdrawn_words_are_hidden_here_too_and_files_are_named(care: Care) -> None:
    care.send(care.maya, withdraw(care, sent(care, care.maya, "zebra")))
    file = taken(care, care.maya, PDF)
    sent(care, care.maya, "", files=[file.id])
    one, two = newest(care)["messages"]
    assert (one["body"], two["files"][0]["id"]) == (None, file.id)


@pytest.mark.parametrize("query", ["?limit=0", "?limit=201", "?limit=x", "?before=0", "?before=" + "9" * 30])
def test_a_bad_question_is_refused(care: Care, query: str) -> None:
    newest(care, query, status=422)


def test_nobody_but_the_young_person(care: Care) -> None:
    sent(care, care.maya, "zebra")
    url = f"/api/v1/spaces/{care.space}/messages"
    for phone in (care.sam_phone, care.ali_phone):
        answer = phone.client.get(url)
        assert answer.status_code == 404
        assert "zebra" not in answer.text
    with get_db().write() as db:
        space = db.get_one(Space, care.space)
        space.ended_at = space.created_at
    newest(care, status=404)
