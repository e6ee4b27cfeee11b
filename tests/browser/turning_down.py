"""A server that turns down what a page sends, with a sentence of its own."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Page, Route

SYNC = "**/api/v1/sync"


def turn_down(page: Page, sentence: str) -> None:
    """From now on every operation of the page is refused with this sentence, until `page.unroute_all()`.

    Only on a device without Background Sync: there the page alone sends.
    """
    problem = {"type": "/problems/not-valid", "title": "No", "status": 422, "detail": sentence, "retry": False}

    def answer(route: Route) -> None:
        asked: dict[str, Any] = route.request.post_data_json or {}
        # An open conversation asks all the time, also while the page goes on to something else.
        if not asked["operations"]:
            route.continue_()
            return
        body = route.fetch(post_data=json.dumps(asked | {"operations": []})).json()
        body["outcomes"] = [{"id": one["id"], "outcome": "refused", "problem": problem} for one in asked["operations"]]
        route.fulfill(content_type="application/json", body=json.dumps(body))

    page.route(SYNC, answer)
