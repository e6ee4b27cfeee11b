"""Texts and e-mails by GOV.UK Notify. What may have been taken already is looked up before it is sent again."""

from __future__ import annotations

import logging
from typing import Any

from notifications_python_client.errors import APIError, HTTPError
from notifications_python_client.notifications import NotificationsAPIClient

from ...core.clock import now
from ...settings import Sending
from ..letters import SENT, End, Result
from ..models import Channel
from ..rules import retry_after
from .plain import PlainLetter

SECONDS = 15
# The client logs what Notify says of a refusal, which may hold a number: we say it in our own words.
logging.getLogger("notifications_python_client").setLevel(logging.CRITICAL)
# What Notify calls a letter that it gave up.
FAILED = frozenset({"permanent-failure", "temporary-failure", "technical-failure"})
GONE = "permanent-failure"


class NotifySender:
    """Sends by the templates of the settings; each has places for `words` and `link`."""

    def __init__(self, sending: Sending) -> None:
        self._client: Any = NotificationsAPIClient(sending.notify_key, base_url=sending.notify_url, timeout=SECONDS)  # type: ignore[no-untyped-call]
        # Its own session follows redirects and would give our key to wherever one leads.
        self._client.request_session.max_redirects = 0
        self._templates = {
            Channel.TEXT: sending.notify_text_template,
            Channel.EMAIL: sending.notify_email_template,
        }

    def takes(self, channel: Channel) -> bool:
        """Those that have a template."""
        return bool(self._templates.get(channel))

    def send(self, plain: PlainLetter) -> Result:
        """Look it up when it was tried before, then send it."""
        try:
            found = self._look_up(plain) if plain.again else None
            return found or self._send(plain)
        except HTTPError as error:
            return _problem(error)
        except (APIError, ValueError, AttributeError, KeyError, IndexError):
            # An answer that is not Notify's.
            return Result(End.LATER, "service-error")

    def _look_up(self, plain: PlainLetter) -> Result | None:
        """What became of an earlier try that we did not hear the end of; None when Notify knows nothing of it."""
        answer: Any = self._client.get_all_notifications(reference=plain.reference)
        known = answer.get("notifications") or []
        if not known:
            return None
        return result_of(str(known[0].get("status", ""))) or SENT

    def _send(self, plain: PlainLetter) -> Result:
        said = {"words": plain.words, "link": plain.link}
        template = self._templates[plain.letter.channel]
        if plain.letter.channel is Channel.TEXT:
            self._client.send_sms_notification(plain.to, template, personalisation=said, reference=plain.reference)
        else:
            self._client.send_email_notification(plain.to, template, personalisation=said, reference=plain.reference)
        return SENT


def result_of(status: str) -> Result | None:
    """What Notify's word for how a letter stands means to us; None while it is well or under way."""
    if status not in FAILED:
        return None
    return Result(End.GONE, "wrong-address") if status == GONE else Result(End.NEVER, "not-delivered")


def _problem(error: HTTPError) -> Result:
    status = error.status_code
    if error.response is None:
        return Result(End.LATER, "unreachable")
    if status == 400 and "ValidationError" in str(error.message):
        # A number or address that Notify does not take. What it says of it is personal, so it is not kept.
        return Result(End.NEVER, "wrong-address")
    asked = retry_after(error.response.headers.get("Retry-After"), now())
    if status == 429:
        return Result(End.LATER, "too-many", asked)
    return Result(End.LATER, "refused" if status < 500 else "service-error", asked)
