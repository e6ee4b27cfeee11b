"""Firefox, driven by WebDriver BiDi (https://w3c.github.io/webdriver-bidi/) without a driver in between."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import aiohttp

from .background import Background, until

PROGRAM = shutil.which("firefox-esr") or shutil.which("firefox")
# Nothing goes out by itself.
QUIET: dict[str, bool | int | str] = {
    "app.normandy.enabled": False,
    "app.update.auto": False,
    "app.update.disabledForTesting": True,
    "browser.aboutwelcome.enabled": False,
    "browser.newtabpage.enabled": False,
    "browser.region.network.url": "",
    "browser.region.update.enabled": False,
    "browser.safebrowsing.downloads.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.safebrowsing.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.healthreport.uploadEnabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.blocklist.enabled": False,
    "extensions.getAddons.cache.enabled": False,
    "extensions.update.enabled": False,
    "media.gmp-manager.url": "",
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.dns.disablePrefetch": True,
    "network.trr.mode": 5,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
    "toolkit.telemetry.server": "",
}


def pushing(socket: str) -> dict[str, bool | int | str]:
    """The preferences that make it use a push service of ours, and ask nobody whether it may show notifications."""
    return {
        "dom.push.connection.enabled": True,
        "dom.push.retryBaseInterval": 200,
        "dom.push.serverURL": socket,
        "dom.push.testing.allowInsecureServerURL": True,
        "permissions.default.desktop-notification": 1,
        # A push should find the service worker asleep, as on a phone.
        "dom.serviceWorkers.idle_timeout": 1000,
    }


class BrowserError(Exception):
    """Firefox says that it cannot do what it was asked."""


@dataclass
class Firefox:
    """One running Firefox with a profile of its own, within a `with`."""

    background: Background
    profile: Path
    preferences: dict[str, bool | int | str]
    environment: dict[str, str]
    _answers: dict[int, asyncio.Future[dict[str, Any]]] = field(default_factory=dict)
    _asked: int = 0

    def __enter__(self) -> Self:
        self.profile.mkdir(parents=True)
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in self._all().items()]
        (self.profile / "user.js").write_text("".join(lines), encoding="utf-8")
        options = ["--profile", str(self.profile), "--no-remote", "--headless", "--remote-debugging-port=0"]
        log = (self.profile / "firefox.log").open("wb")
        self._process = subprocess.Popen(
            [str(PROGRAM), *options, "about:blank"],
            env={**os.environ, "HOME": str(self.profile), "MOZ_CRASHREPORTER_DISABLE": "1", **self.environment},
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        try:
            self.background.do(self._connect(until(self._address, "Firefox's address")))
            self.ask("session.new", capabilities={})
        except BaseException:
            self._kill()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.background.do(self._session.close())
        self._kill()

    def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send a command and give its result. Raises `BrowserError`."""
        return self.background.do(self._ask(method, parameters))

    def contexts(self) -> list[dict[str, Any]]:
        """Its open tabs: `context` and `url` of each."""
        found: list[dict[str, Any]] = self.ask("browsingContext.getTree", maxDepth=0)["contexts"]
        return found

    def _all(self) -> dict[str, bool | int | str]:
        return QUIET | self.preferences

    def _address(self) -> str | None:
        """Where it listens, which it writes into its profile once it does."""
        assert self._process.poll() is None, (self.profile / "firefox.log").read_text()
        try:
            place = json.loads((self.profile / "WebDriverBiDiServer.json").read_text(encoding="utf-8"))
        except (FileNotFoundError, json.JSONDecodeError):
            return None
        return f"ws://{place['ws_host']}:{place['ws_port']}/session"

    async def _connect(self, address: str) -> None:
        self._session = aiohttp.ClientSession()
        self._line = await self._session.ws_connect(address, max_msg_size=0)
        self._reader = asyncio.get_running_loop().create_task(self._read())

    async def _read(self) -> None:
        async for frame in self._line:
            message = frame.json()
            waiting = self._answers.pop(message.get("id"), None)
            if waiting is not None and not waiting.done():
                waiting.set_result(message)

    async def _ask(self, method: str, parameters: dict[str, Any]) -> dict[str, Any]:
        self._asked += 1
        answer = self._answers[self._asked] = asyncio.get_running_loop().create_future()
        await self._line.send_json({"id": self._asked, "method": method, "params": parameters})
        message = await answer
        if message["type"] == "error":
            raise BrowserError(f"{method}: {message['error']}: {message['message']}")
        result: dict[str, Any] = message["result"]
        return result

    def _kill(self) -> None:
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
