"""The API's own description says nothing that contradicts itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flask import Flask


def schemas_in(node: Any) -> Iterator[dict[str, Any]]:
    """Every part of the document that names the values that are allowed."""
    if isinstance(node, dict):
        if isinstance(node.get("enum"), list):
            yield node
        node = list(node.values())
    if isinstance(node, list):
        for inner in node:
            yield from schemas_in(inner)


def test_what_may_be_null_or_left_out_is_one_of_the_values_that_are_allowed(app: Flask) -> None:
    found = list(schemas_in(app.test_client().get("/api/v1/openapi.json").get_json()))
    assert len(found) > 20
    assert [one for one in found if "null" in one.get("type", []) and None not in one["enum"]] == []
    assert [one for one in found if "default" in one and one["default"] not in one["enum"]] == []
