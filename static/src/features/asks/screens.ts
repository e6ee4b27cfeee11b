/** The screens of requests, fetched together when the first of them is opened. */
export { AskLetter } from "./ask-letter";
export { AskList } from "./list";
export { NewAsk } from "./new-ask";
export { NextSteps } from "./next";
export { PaperLetter } from "./paper-letter";
export { Receipt } from "./receipt";
export { Spent } from "./spent";
