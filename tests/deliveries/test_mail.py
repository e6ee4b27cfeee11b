"""E-mails through a mail server: what they say, who may read the password, and what its refusals mean."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote

import pytest

from webapp.core import clock

from .certificates import self_signed
from .conftest import SUNDAY
from .mail_server import NAME, PASSWORD, MailServer
from .sent import Post, rows, stands

ADDRESS = "maya@mail.example"


@pytest.fixture
def mail(post: Post, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MailServer]:
    certificate = self_signed(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with MailServer(certificate) as server:
        signed_in = f"{quote(NAME, safe='')}:{quote(PASSWORD, safe='')}"
        post.set(smtp_url=f"smtp://{signed_in}@localhost:{server.port}", mail_from="Footing <footing@council.example>")
        post.prefer(post.care.maya, email={"address": ADDRESS, "on": True})
        yield server


def test_a_message_goes_over_tls_and_names_nothing(post: Post, mail: MailServer) -> None:
    post.due(url="/dates/1")
    post.send()
    ((to, message),) = mail.arrived
    assert to == message["To"] == ADDRESS
    assert message["From"] == "Footing <footing@council.example>"
    assert message["Subject"] == "You have a reminder"
    assert message["Message-ID"] == f"<{rows()[0].id}@council.example>"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Date"] == "Sun, 22 Nov 2026 09:00:00 +0000"
    words = message.get_payload(decode=True)
    assert words == b"You have a reminder.\r\n\r\nhttp://localhost/dates/1\r\n\r\nFooting\r\n"
    assert mail.in_clear == [False]
    assert stands() == [("email", "sent", None)]


def test_a_message_sent_again_has_the_same_id(post: Post, mail: MailServer) -> None:
    mail.refuse["DATA"] = "451 later"
    post.due()
    post.send()
    assert stands() == [("email", "waiting", "service-error")]
    mail.refuse.clear()
    with clock.fixed(SUNDAY + timedelta(hours=1)):
        post.send()
    assert [message["Message-ID"] for _, message in mail.arrived] == [f"<{rows()[0].id}@council.example>"]


def test_a_password_is_not_sent_in_the_clear(post: Post, mail: MailServer) -> None:
    mail.certificate = None
    post.due()
    post.send()
    assert mail.in_clear == []
    assert mail.arrived == []
    assert stands() == [("email", "waiting", "refused")]


def test_a_server_that_nobody_vouches_for_gets_nothing(
    post: Post, mail: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    post.due()
    post.send()
    assert (mail.in_clear, mail.arrived) == ([], [])
    assert stands() == [("email", "waiting", "unreachable")]


@pytest.mark.parametrize(
    ("answer", "stand"),
    [
        ("RCPT 550 no such person", ("gone", "wrong-address")),
        ("RCPT 450 mailbox busy", ("waiting", "service-error")),
        ("AUTH 535 no", ("waiting", "refused")),
        ("MAIL 552 no", ("waiting", "service-error")),
        ("DATA 554 no", ("waiting", "service-error")),
        ("EHLO not smtp at all", ("waiting", "refused")),
    ],
)
def test_what_its_refusals_mean(
    post: Post, mail: MailServer, capfd: pytest.CaptureFixture[str], answer: str, stand: tuple[str, str]
) -> None:
    verb, _, said = answer.partition(" ")
    mail.refuse[verb] = said
    post.due()
    post.send()
    assert stands() == [("email", *stand)]
    assert ADDRESS not in "".join(capfd.readouterr())


def test_nobody_there(post: Post, mail: MailServer) -> None:
    post.set(smtp_url="smtp://localhost:1")
    post.due()
    post.send()
    assert stands() == [("email", "waiting", "unreachable")]
