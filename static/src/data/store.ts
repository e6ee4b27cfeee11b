/** The server's rows on this device, as signals that the screens read. */
import { batch, computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { accountDb, rowRange } from "./db";
import { readDevice } from "./device";
import type { Me, ServerRow } from "./types";

/** After this long without a sync a staff device shows nothing personal. */
export const STALE_MS = 72 * 60 * 60 * 1000;

interface Kept {
  read: Signal<ServerRow[]>;
  shown: ReadonlySignal<ServerRow[]>;
}

const kept = new Map<string, Kept>();
const spaceIds = signal<string[]>([]);
const loaded = signal(false);
const tooOld = signal(false);
let account: string | null = null;

/** The spaces this person may see, as of the last sync. */
export const spaces: ReadonlySignal<string[]> = computed(() => (tooOld.value ? [] : spaceIds.value));

/** True once the first rows were read from this device: before that, "nothing there" means "not looked yet". */
export const storeReady: ReadonlySignal<boolean> = loaded;

/** A staff device that has not synced for 72 hours: rows() gives nothing until it has. */
export const stale: ReadonlySignal<boolean> = tooOld;

/** The rows of a collection in a space. Read from the device on first use, and again after each sync. */
export function rows<T extends ServerRow>(space: string, collection: string): ReadonlySignal<T[]> {
  const key = `${space}/${collection}`;
  let known = kept.get(key);
  if (!known) {
    const read = signal<ServerRow[]>([]);
    known = { read, shown: computed(() => (tooOld.value ? [] : read.value)) };
    kept.set(key, known);
    void fetchRows(space, collection).then((found) => {
      read.value = found;
    });
  }
  return known.shown as ReadonlySignal<T[]>;
}

async function fetchRows(space: string, collection: string): Promise<ServerRow[]> {
  return account === null ? [] : (await accountDb(account)).getAll("rows", rowRange(space, collection));
}

/** Switches to an account's rows (null: none), forgetting what was shown before. */
export async function openStore(next: string | null): Promise<void> {
  account = next;
  batch(() => {
    loaded.value = false;
    spaceIds.value = [];
    for (const { read } of kept.values()) read.value = [];
  });
  await reloadStore();
}

/** Others who read from this device, a part at a time. They are told of each sync, and when the account changes. */
export const partReaders = new Set<(account: string | null) => Promise<void>>();

/** Reads again everything that somebody looks at, and shows it in one go. */
export async function reloadStore(): Promise<void> {
  const current = account;
  const keys = [...kept.keys()];
  const found = await Promise.all(
    keys.map((key) => {
      const cut = key.indexOf("/");
      return fetchRows(key.slice(0, cut), key.slice(cut + 1));
    }),
  );
  await Promise.all([...partReaders].map((read) => read(current)));
  const ids = current === null ? [] : await (await accountDb(current)).getAllKeys("spaces");
  if (current !== account) return;
  batch(() => {
    spaceIds.value = ids;
    keys.forEach((key, at) => {
      const store = kept.get(key);
      if (store) store.read.value = found[at] ?? [];
    });
    loaded.value = current !== null;
  });
}

/** When this account last synced here, by the server's clock; null for never. */
export async function syncedAt(): Promise<number | null> {
  if (account === null) return null;
  return ((await (await accountDb(account)).get("meta", "synced_at")) as number | undefined) ?? null;
}

/** Looks whether a staff device has become stale. A clock set back does not help: the largest stamp counts too. */
export async function checkStale(me: Me | null): Promise<void> {
  if (!me || me.account.role === "young_person") {
    tooOld.value = false;
    return;
  }
  const [device, at] = await Promise.all([readDevice(), syncedAt()]);
  const now = Math.max(Date.now() + device.offset, device.largest);
  tooOld.value = at !== null && now - at > STALE_MS;
}
