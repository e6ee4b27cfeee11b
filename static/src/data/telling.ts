/**
 * Tells the server which notifications this device has shown, and which were opened: no text follows those. What could
 * not be told is kept and goes with the next sync. No DOM: the service worker uses it too.
 */
import { ApiProblem, request } from "./api";
import { changeDevice, readDevice, type Told } from "./device";

/** What is older than so many others is not worth telling any more. */
const MOST = 50;

const isSame = (one: Told, other: Told) => one.what === other.what && one.id === other.id;

/** Keeps one for the server, and tries to tell it. Gives whether all has been told. */
export async function report(told: Told): Promise<boolean> {
  await changeDevice(({ untold }) => ({
    untold: [...untold.filter((one) => !isSame(one, told)), told].slice(-MOST),
  }));
  return tellServer();
}

/** Tells what is kept, the oldest first; stops at passing trouble. Gives whether all has been told. Never throws for it. */
export async function tellServer(): Promise<boolean> {
  for (const told of (await readDevice()).untold) {
    try {
      await request<void>("POST", `/me/notices/${told.what}`, { id: told.id });
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      // Signed out by the server: whoever signs in again is told first. What it will never take is let go.
      if (error.retry || error.status === 401) return false;
    }
    await changeDevice(({ untold }) => ({ untold: untold.filter((one) => !isSame(one, told)) }));
  }
  return true;
}
