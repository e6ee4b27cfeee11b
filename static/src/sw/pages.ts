/** Opening a page: from the server if it answers in time, else the kept shell. */
import { kept, OFFLINE, SHELL } from "./files";

const PATIENCE_MS = 3000;

/** Addresses that the shell can show by itself. Everything else is the server's (plain pages, downloads). */
const APP =
  /^\/($|(councils|rights|asks|passport|dates|reminders|remind|messages|help|me|sign-in|join|add-device|people|team)(\/|$))/;

export function isAppPage(path: string): boolean {
  return APP.test(path);
}

/** Answers a navigation. The shell holds nothing personal, so one kept copy serves every address of the app. */
export async function openPage(request: Request): Promise<Response> {
  const fresh = fetch(request)
    .then((response) => (response.status >= 500 ? null : response))
    .catch(() => null);
  const shell = isAppPage(new URL(request.url).pathname) ? await kept(SHELL) : undefined;
  if (!shell) return (await fresh) ?? (await kept(OFFLINE)) ?? Response.error();
  return (await Promise.race([fresh, patience()])) ?? shell;
}

function patience(): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
}
