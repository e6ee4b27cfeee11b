/** What goes from this device when somebody leaves it, or when their account has ended. No DOM: the service worker uses it too. */
import type { ApiProblem } from "./api";
import { dropAccount, keepOnlyQueue } from "./db";
import { changeDevice, readDevice } from "./device";
import { alone } from "./together";

/**
 * Removes what this device has of the account that the problem names: all of it, but of a young person, whose account
 * can be opened again, not what was still to be sent. Gives whether it was the account that is signed in here.
 */
export async function letGo({ body }: ApiProblem): Promise<boolean> {
  if (!body) return false;
  const { id, role } = body.account as { id: string; role: string };
  const all = role !== "young_person";
  if ((await readDevice()).account === id) {
    await leave(id, all, true);
    return true;
  }
  // They had signed out here and left changes to be sent: nobody can send those any more.
  if (all) await alone(() => dropAccount(id));
  return false;
}

/** First writes down what must go, so that a killed app goes on with it at its next start. */
export async function leave(account: string, all: boolean, over = false): Promise<void> {
  await changeDevice(() => ({
    account: null,
    over,
    signingOut: !over,
    wipe: { account, all },
    untold: [],
    shown: [],
    push: null,
  }));
  void quieten().catch(() => undefined);
  await finishLeaving();
}

/** Nothing more comes for whoever left, and nothing of theirs stays on the screen. */
async function quieten(): Promise<void> {
  const { registration } = globalThis as { registration?: ServiceWorkerRegistration };
  const worker = registration ?? (await navigator.serviceWorker?.getRegistration().catch(() => undefined));
  for (const one of (await worker?.getNotifications?.()) ?? []) one.close();
  await (await worker?.pushManager?.getSubscription())?.unsubscribe().catch(() => false);
}

/** Waits for a sync that is under way: its answer would write the rows again. */
export async function finishLeaving(): Promise<void> {
  await alone(async () => {
    const { wipe } = await readDevice();
    if (wipe) await (wipe.all ? dropAccount(wipe.account) : keepOnlyQueue(wipe.account));
    await changeDevice(() => ({ wipe: null }));
  });
}
