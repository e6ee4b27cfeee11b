/** When files go: apart from the sync, one sending at a time, and one alarm for the next try. No DOM. */
import { sendFiles } from "./send-files";

/** What is called when messages may follow their files, or when files are to be tried again: then quietly. */
export type Again = (quiet?: boolean) => unknown;

/** After a break, files are tried again so long after. */
const WAIT_MS = 20_000;

let sending = false;
let alarm: ReturnType<typeof setTimeout> | undefined;
/** Milliseconds since 1970: when the alarm rings, and the time that the server asked us to wait for. */
let nextTry = 0;
let notBefore = 0;

/**
 * Sends the files that wait, unless this page is at it already, or it is too early. Resolves when it is over; never throws.
 * `quiet`: nobody asked for it just now, so what broke off waits for its alarm.
 */
export async function sendApart(account: string, again: Again, quiet: boolean): Promise<void> {
  if (sending || Date.now() < (quiet ? nextTry : notBefore)) return;
  sending = true;
  clearTimeout(alarm);
  nextTry = 0;
  const { ready, retryAfter } = await sendFiles(account)
    .catch(() => ({ ready: false, retryAfter: null }))
    .finally(() => {
      sending = false;
    });
  // Another tab may be at it. It goes on by itself, but it may also be closed: so an alarm for that too.
  const asked = (retryAfter ?? 0) * 1000;
  const wait = Math.max(ready ? 0 : WAIT_MS, asked);
  notBefore = Date.now() + asked;
  nextTry = Date.now() + wait;
  if (wait > 0) alarm = setTimeout(() => again(true), wait);
  if (ready) again();
}
