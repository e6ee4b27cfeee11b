"""A stand-in for a council's mail server (RFC 5321): it takes messages after a sign-in, or answers badly."""

from __future__ import annotations

import base64
import socketserver
import ssl
import threading
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from types import TracebackType
from typing import Self

NAME, PASSWORD = "footing@mail", "p@ss:word"


@dataclass
class MailServer:
    """A server within a `with`. `refuse` maps a verb (`RCPT`, `AUTH`, `DATA`, …) to the answer that it gets instead."""

    certificate: Path | None = None
    refuse: dict[str, str] = field(default_factory=dict)
    arrived: list[tuple[str, Message]] = field(default_factory=list)
    # Whether the password came in the clear, by connection.
    in_clear: list[bool] = field(default_factory=list)
    port: int = 0

    def __enter__(self) -> Self:
        mail = self

        class Handler(_Handler):
            """Bound to this one."""

        Handler.mail = mail
        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Handler(socketserver.BaseRequestHandler):
    mail: MailServer

    def handle(self) -> None:
        self._secure, self._to = False, ""
        self._open()
        self._say("220 mail.council.example")
        try:
            while line := self._lines.readline().decode().strip():
                if line.upper() == "QUIT":
                    return self._say("221 bye")
                self._answer(line.partition(" ")[0].upper(), line)
        except (OSError, ValueError):
            return None
        return None

    def _open(self) -> None:
        self._lines = self.request.makefile("rb")

    def _say(self, *lines: str) -> None:
        self.request.sendall("".join(f"{line}\r\n" for line in lines).encode())

    def _answer(self, verb: str, line: str) -> None:
        if verb in self.mail.refuse:
            return self._say(self.mail.refuse[verb])
        if verb == "EHLO":
            offers = ["250-STARTTLS"] if self.mail.certificate and not self._secure else []
            return self._say("250-mail.council.example", *offers, "250 AUTH PLAIN")
        if verb == "STARTTLS":
            return self._start_tls()
        if verb == "AUTH":
            self.mail.in_clear.append(not self._secure)
            right = base64.b64encode(f"\0{NAME}\0{PASSWORD}".encode()).decode()
            return self._say("235 good" if line.endswith(f" {right}") else "535 5.7.8 who are you?")
        if verb == "RCPT":
            self._to = line.partition("<")[2].partition(">")[0]
        if verb == "DATA":
            return self._take()
        return self._say("250 fine")

    def _start_tls(self) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(str(self.mail.certificate))
        self._say("220 go on")
        self.request = context.wrap_socket(self.request, server_side=True)
        self._secure = True
        self._open()

    def _take(self) -> None:
        self._say("354 go on")
        lines = []
        while (line := self._lines.readline()) not in (b".\r\n", b""):
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        self.mail.arrived.append((self._to, message_from_bytes(b"".join(lines))))
        self._say("250 taken")
