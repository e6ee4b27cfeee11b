/** Where the app starts: styles, settings, the first screen, then everything that can come after it. */
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/frame.css";
import "./styles/cards.css";
import "./styles/controls.css";
import "./styles/check.css";
import "./styles/words.css";
import "./styles/pledge.css";
import "./i18n/english-mark";
import "./styles/dates.css";
import "./styles/notices.css";
import { render } from "preact";
import { App } from "./app/app";
import { listenForLeaving } from "./app/leave";
import { startData } from "./data/start";

const root = document.getElementById("app");
if (!root) throw new Error("the shell has no #app");

startData();
listenForLeaving();
root.replaceChildren();
render(<App />, root);
