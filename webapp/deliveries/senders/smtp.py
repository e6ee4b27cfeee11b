"""E-mails by a mail server of the council's. The id of a message comes from its delivery, so that a second is known."""

from __future__ import annotations

import smtplib
import ssl
from email.message import EmailMessage
from email.utils import parseaddr
from urllib.parse import SplitResult, unquote, urlsplit

from ...core.clock import now
from ..letters import SENT, End, Result
from ..models import Channel
from .plain import PlainLetter

SECONDS = 20.0
SUBMISSION, SECURE_SUBMISSION = 587, 465


class NotSecure(smtplib.SMTPException):
    """The server offers no TLS, so it is not told our password."""


class SmtpSender:
    """Sends through `smtp://` (with STARTTLS where the server offers it) or `smtps://`. A password goes by TLS only."""

    def __init__(self, url: str, mail_from: str, product: str) -> None:
        self._url: SplitResult = urlsplit(url)
        self._from, self._product = mail_from, product
        self._domain = parseaddr(mail_from)[1].rpartition("@")[2] or "footing.example"

    def takes(self, channel: Channel) -> bool:
        """E-mails."""
        return channel is Channel.EMAIL

    def send(self, plain: PlainLetter) -> Result:
        """One message over a connection of its own. Only the server's word that an address is wrong is final."""
        try:
            with self._connect() as server:
                server.send_message(self._message(plain))
        except smtplib.SMTPRecipientsRefused as error:
            final = all(code >= 500 for code, _ in error.recipients.values())
            return Result(End.GONE, "wrong-address") if final else Result(End.LATER, "service-error")
        except (smtplib.SMTPAuthenticationError, NotSecure):
            return Result(End.LATER, "refused")
        except smtplib.SMTPException:
            return Result(End.LATER, "service-error")
        except TimeoutError:
            return Result(End.LATER, "slow")
        except (OSError, ValueError):
            return Result(End.LATER, "unreachable")
        return SENT

    def _connect(self) -> smtplib.SMTP:
        host, secure = self._url.hostname or "localhost", self._url.scheme == "smtps"
        context = ssl.create_default_context()
        server: smtplib.SMTP
        if secure:
            server = smtplib.SMTP_SSL(host, self._url.port or SECURE_SUBMISSION, timeout=SECONDS, context=context)
        else:
            server = smtplib.SMTP(host, self._url.port or SUBMISSION, timeout=SECONDS)
        try:
            server.ehlo()
            if not secure and server.has_extn("starttls"):
                server.starttls(context=context)
                secure = True
            if self._url.username and not secure:
                raise NotSecure
            if self._url.username:
                server.login(unquote(self._url.username), unquote(self._url.password or ""))
        except BaseException:
            server.close()
            raise
        return server

    def _message(self, plain: PlainLetter) -> EmailMessage:
        message = EmailMessage()
        message["From"], message["To"] = self._from, plain.to
        message["Subject"] = plain.words
        message["Date"] = now()
        message["Message-ID"] = f"<{plain.reference}@{self._domain}>"
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(f"{plain.words}.\n\n{plain.link}\n\n{self._product}\n")
        return message
