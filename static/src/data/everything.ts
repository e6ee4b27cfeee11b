/**
 * Sending all that waits, the files too, for who may be stopped as soon as it ends: the service worker, and somebody
 * who signs out. No DOM.
 */
import { exchange, type Report } from "./exchange";
import { sendFiles } from "./send-files";
import { alone, tell } from "./together";

/** A server that always loses the files again must not keep a phone busy for ever. */
const MOST_ROUNDS = 3;

/** Passes and files in turn, until nothing is held back or nothing can go now: the report of the last pass says which. */
export async function sendEverything(account: string): Promise<Report> {
  let report = await onePass(account);
  for (let round = 0; report.result === "done" && report.held && round < MOST_ROUNDS; round++) {
    await sendFiles(account, true);
    report = await onePass(account);
  }
  return report;
}

async function onePass(account: string): Promise<Report> {
  const report = await alone(() => exchange(account));
  tell("synced");
  return report;
}
