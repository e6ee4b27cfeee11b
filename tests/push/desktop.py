"""The desk that a browser shows notifications on: a private D-Bus with a notification daemon that a test can click.

It says what https://specifications.freedesktop.org/notification-spec/ asks for, no more.
"""

from __future__ import annotations

import subprocess
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from dbus_fast import Message, MessageType
from dbus_fast.aio import MessageBus

from .background import Background, until

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
CAN = ["actions", "body", "persistence"]
DISMISSED = 2


@dataclass(frozen=True)
class Shown:
    """A notification as it stands on the screen."""

    number: int
    title: str
    body: str
    actions: tuple[str, ...]


@dataclass
class Desktop:
    """The bus and the daemon, within a `with`. A program that has `environment` shows its notifications here."""

    background: Background
    shown: list[Shown] = field(default_factory=list)
    closed: list[int] = field(default_factory=list)
    environment: dict[str, str] = field(default_factory=dict)

    def __enter__(self) -> Self:
        command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
        self._daemon = subprocess.Popen(
            [*command, "--address=unix:tmpdir=/tmp"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        assert self._daemon.stdout is not None
        address = self._daemon.stdout.readline().strip()
        self.environment = {"DBUS_SESSION_BUS_ADDRESS": address}
        self._bus = self.background.do(self._connect(address))
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        self.background.loop.call_soon_threadsafe(self._bus.disconnect)
        self._daemon.kill()
        self._daemon.wait()

    def wait_for(self, count: int) -> list[Shown]:
        """Stay until so many notifications have been shown in all."""
        until(lambda: len(self.shown) >= count, lambda: f"notification number {count}; there are {self.shown}")
        return self.shown[:count]

    def click(self, shown: Shown) -> None:
        """Click a notification, not on one of its buttons."""
        self._say("ActionInvoked", "us", shown.number, "default")

    async def _connect(self, address: str) -> MessageBus:
        bus = await MessageBus(bus_address=address).connect()
        bus.add_message_handler(self._hear)
        await bus.request_name(NAME)
        return bus

    def _hear(self, message: Message) -> Message | None:
        if message.message_type is not MessageType.METHOD_CALL or message.interface != NAME:
            return None
        if message.member == "Notify":
            return Message.new_method_return(message, "u", [self._show(message.body)])
        if message.member == "CloseNotification":
            self.closed.append(message.body[0])
            self._say("NotificationClosed", "uu", message.body[0], 3)
            return Message.new_method_return(message)
        if message.member == "GetCapabilities":
            return Message.new_method_return(message, "as", [CAN])
        if message.member == "GetServerInformation":
            return Message.new_method_return(message, "ssss", ["Desk of the tests", "Footing", "1.0", "1.2"])
        return None

    def _show(self, body: list[object]) -> int:
        _, replaces, _, title, text, actions = body[:6]
        assert isinstance(replaces, int)
        assert isinstance(actions, list)
        number = replaces or len(self.shown) + 1
        self.shown.append(Shown(number, str(title), str(text), tuple(actions)))
        return number

    def _say(self, member: str, signature: str, *values: object) -> None:
        signal = Message.new_signal(PATH, NAME, member, signature, list(values))
        self.background.loop.call_soon_threadsafe(self._bus.send, signal)
