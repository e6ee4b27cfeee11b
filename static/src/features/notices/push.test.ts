/** Which of the five states a browser is in. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Browser, type PushState, pushState } from "./push";

const ABLE: Browser = {
  canPush: true,
  permission: "default",
  iPhone: false,
  installed: false,
  subscribed: false,
};

const CASES: [Partial<Browser>, PushState][] = [
  [{}, "off"],
  [{ permission: "granted" }, "off"],
  [{ permission: "granted", subscribed: true }, "on"],
  [{ subscribed: true }, "off"],
  [{ permission: "denied" }, "blocked"],
  [{ permission: "denied", subscribed: true }, "blocked"],
  [{ canPush: false }, "none"],
  [{ canPush: false, iPhone: true }, "install"],
  [{ iPhone: true }, "install"],
  [{ iPhone: true, installed: true }, "off"],
  [{ canPush: false, iPhone: true, installed: true }, "none"],
];

test("each browser is in one of the five states", () => {
  for (const [browser, state] of CASES)
    assert.equal(pushState({ ...ABLE, ...browser }), state, JSON.stringify(browser));
});
