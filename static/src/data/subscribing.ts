/** This browser's push subscription: made, renewed, and told to the server. No DOM: the service worker uses it too. */
import { ApiProblem, request } from "./api";
import { changeDevice, readDevice } from "./device";

/** One at a time: a renewal that is under way must not undo what the person chooses meanwhile. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (!("locks" in navigator)) return work();
  return (await navigator.locks.request("footing-push", work)) as T;
}

/** Renews the subscription if it is on here. @throws as `subscribe` does. */
export async function renewSubscription(registration: ServiceWorkerRegistration): Promise<void> {
  await inTurn(async () => {
    const { account, push } = await readDevice();
    if (account !== null && push !== null) await make(registration);
  });
}

/**
 * Has pushes sent to this browser. The person has allowed it before.
 * @throws ApiProblem when the server cannot be told; what the browser throws when its push service cannot be reached.
 */
export const subscribe = (registration: ServiceWorkerRegistration): Promise<void> =>
  inTurn(() => make(registration));

async function make(registration: ServiceWorkerRegistration): Promise<void> {
  const { key } = await request<{ key: string }>("GET", "/me/push-key");
  const wanted = bytesOf(key);
  let subscription = await registration.pushManager.getSubscription();
  // Made with a key that the server no longer has: nothing would ever arrive.
  if (subscription && !isMadeWith(subscription, wanted)) {
    await subscription.unsubscribe();
    subscription = null;
  }
  const anew = () =>
    registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: wanted });
  subscription ??= await anew();
  try {
    await tellOf(subscription);
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status !== 409) throw error;
    // Its push service has let it go, and the browser does not know yet.
    await subscription.unsubscribe();
    subscription = await anew();
    await tellOf(subscription);
  }
  const { endpoint } = subscription;
  await changeDevice(() => ({ push: { endpoint } }));
}

async function tellOf(subscription: PushSubscription): Promise<void> {
  const { endpoint, keys } = subscription.toJSON();
  const old = (await readDevice()).push?.endpoint;
  await request<void>("POST", "/me/subscriptions", {
    endpoint,
    keys,
    old: old && old !== endpoint ? old : null,
  });
}

/** Has no more pushes sent to this browser. Without a connection the push service tells the server later. */
export const unsubscribe = (registration: ServiceWorkerRegistration): Promise<void> =>
  inTurn(() => end(registration));

async function end(registration: ServiceWorkerRegistration): Promise<void> {
  const subscription = await registration.pushManager.getSubscription();
  const endpoint = subscription?.endpoint ?? (await readDevice()).push?.endpoint;
  await changeDevice(() => ({ push: null }));
  await subscription?.unsubscribe();
  if (endpoint) await request<void>("DELETE", "/me/subscriptions", { endpoint }).catch(() => {});
}

function isMadeWith(subscription: PushSubscription, key: Uint8Array): boolean {
  const made = subscription.options?.applicationServerKey;
  // A browser that does not say is believed.
  return !made || bytesEqual(new Uint8Array(made), key);
}

const bytesEqual = (one: Uint8Array, other: Uint8Array) =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);

/** Pure: the bytes of base64url. */
export function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const raw = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(raw, (letter) => letter.charCodeAt(0));
}
