"""A tab of Firefox, and what a person does in it. What is looked for is found by its name, as a person finds it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from .background import until
from .firefox import BrowserError, Firefox

# Bring it into view, and stay until it keeps its place: a tap on what still moves would miss.
_SETTLE = """async (node) => {
  node.scrollIntoView({block: "center", behavior: "instant"});
  for (let before = null; ; ) {
    const {x, y} = node.getBoundingClientRect();
    if (before === `${x} ${y}`) return;
    before = `${x} ${y}`;
    await new Promise((moved) => setTimeout(moved, 50));
  }
}"""


@dataclass(frozen=True)
class Tab:
    """One tab, by the name that BiDi has for it."""

    firefox: Firefox
    context: str

    @property
    def path(self) -> str | None:
        """Where in the app it is; None while it is on its way to another page."""
        path: str | None = self._try("location.pathname")
        return path

    @property
    def text(self) -> str:
        """All that is to be read on the screen."""
        return str(self._try("document.body?.innerText"))

    def open(self, address: str) -> None:
        """Go to an address, and stay until the page is there."""
        self.firefox.ask("browsingContext.navigate", context=self.context, url=address, wait="complete")

    def close(self) -> None:
        """Close it."""
        self.firefox.ask("browsingContext.close", context=self.context)

    def evaluate(self, script: str) -> Any:
        """What a piece of JavaScript gives, awaited."""
        expression = f"(async () => JSON.stringify((await ({script})) ?? null))()"
        said = self.firefox.ask(
            "script.evaluate", expression=expression, target={"context": self.context}, awaitPromise=True
        )
        if said["type"] == "exception":
            raise BrowserError(said["exceptionDetails"]["text"])
        return json.loads(said["result"]["value"])

    def sees(self, text: str) -> None:
        """Stay until a text is on the screen."""
        until(lambda: text in self.text, lambda: f"{text!r} on the screen; there is {self.text!r}")

    def tap(self, name: str, role: str) -> None:
        """Tap a button or a link."""
        node = self._find({"name": name, "role": role})
        self._call(_SETTLE, node)
        place = {"type": "pointerMove", "x": 0, "y": 0, "origin": {"type": "element", "element": node}}
        press = [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        self._act("pointer", [place, *press])

    def type(self, name: str, text: str) -> None:
        """Type into the field of that name."""
        self._call("node => node.focus()", self._find({"name": name}))
        self._act("key", [{"type": kind, "value": letter} for letter in text for kind in ("keyDown", "keyUp")])

    def _try(self, script: str) -> Any:
        """Nothing while the page is on its way to another."""
        try:
            return self.evaluate(script)
        except BrowserError:
            return None

    def _find(self, what: dict[str, str]) -> dict[str, Any]:
        locator = {"type": "accessibility", "value": what}

        def look() -> list[dict[str, Any]]:
            found: list[dict[str, Any]] = self.firefox.ask(
                "browsingContext.locateNodes", context=self.context, locator=locator
            )["nodes"]
            return found

        nodes = until(look, lambda: f"{what} on the screen; there is {self.text!r}")
        return {"sharedId": nodes[0]["sharedId"]}

    def _call(self, function: str, node: dict[str, Any]) -> None:
        target = {"context": self.context}
        self.firefox.ask(
            "script.callFunction", functionDeclaration=function, arguments=[node], target=target, awaitPromise=True
        )

    def _act(self, kind: str, actions: list[dict[str, Any]]) -> None:
        source = {"type": kind, "id": kind, "actions": actions}
        self.firefox.ask("input.performActions", context=self.context, actions=[source])
