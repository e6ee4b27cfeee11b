/**
 * The databases on the device: one for the device, and one for each account that signed in on it, so that
 * the next person on a shared phone can never see or send what the last one left.
 */
import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from "idb";
import type { Cursor, Operation, ServerRow } from "./types";

export interface SpaceState extends Cursor {
  id: string;
}

export interface AccountSchema extends DBSchema {
  /** Key: space, collection, row id. Rows of a thread are found by their place, because nobody reads all of them. */
  rows: { key: [string, string, string]; value: ServerRow & { place?: Place }; indexes: { place: Place } };
  /** Files of messages that are not sent yet; see kept-files.ts for the keys. */
  files: { key: string; value: unknown };
  operations: { key: string; value: Operation; indexes: { state: Operation["state"] } };
  spaces: { key: string; value: SpaceState };
  meta: { key: string; value: unknown };
}

/** Space, collection, number in the thread. */
export type Place = [string, string, number];

interface DeviceSchema extends DBSchema {
  state: { key: string; value: unknown };
}

export type AccountDb = IDBPDatabase<AccountSchema>;
export type DeviceDb = IDBPDatabase<DeviceSchema>;

const DEVICE = "footing-device";
const opened = new Map<string, Promise<AccountDb>>();
let device: Promise<DeviceDb> | null = null;

const accountName = (account: string) => `footing-${account}`;

/** The database of the device, opened once. Raises what IndexedDB raises (for one: storage switched off). */
export function deviceDb(): Promise<DeviceDb> {
  device ??= openDB<DeviceSchema>(DEVICE, 1, {
    upgrade: (db) => {
      db.createObjectStore("state");
    },
    blocking: (_now, _wanted, event) => {
      (event.target as IDBDatabase).close();
      device = null;
    },
    terminated: () => {
      device = null;
    },
  }).catch((error) => {
    device = null;
    throw error;
  });
  return device;
}

/** The database of one account, opened once and made when missing. */
export function accountDb(account: string): Promise<AccountDb> {
  const known = opened.get(account);
  if (known) return known;
  const forget = () => opened.delete(account);
  const db = openDB<AccountSchema>(accountName(account), 2, {
    upgrade: async (fresh, before, _now, tx) => {
      if (before < 1) {
        fresh.createObjectStore("rows");
        fresh.createObjectStore("spaces", { keyPath: "id" });
        fresh.createObjectStore("operations", { keyPath: "id" }).createIndex("state", "state");
        fresh.createObjectStore("meta");
      }
      fresh.createObjectStore("files");
      const rows = tx.objectStore("rows");
      rows.createIndex("place", "place");
      for (let at = await rows.openCursor(); at; at = await at.continue()) {
        const placed = withPlace(at.key[0], at.key[1], at.value);
        if (placed !== at.value) await at.update(placed);
      }
    },
    blocking: (_now, _wanted, event) => {
      (event.target as IDBDatabase).close();
      forget();
    },
    terminated: forget,
  });
  opened.set(account, db);
  db.catch(forget);
  return db;
}

/** A row as it is kept: those of a thread with their place in it. */
export function withPlace(space: string, collection: string, row: ServerRow): ServerRow & { place?: Place } {
  const { number, upto } = row as { number?: number; upto?: number };
  const at = collection.startsWith("message") ? (number ?? upto) : undefined;
  return at === undefined ? row : { ...row, place: [space, collection, at] };
}

/** Removes everything of one account from this device. Other tabs let go of it by themselves. */
export async function dropAccount(account: string): Promise<void> {
  const db = await opened.get(account)?.catch(() => null);
  db?.close();
  opened.delete(account);
  await deleteDB(accountName(account));
}

/**
 * Removes what can be fetched again, and what was sent. Waiting and refused operations stay for when this
 * person signs in again; when there are none, the whole database goes.
 */
export async function keepOnlyQueue(account: string): Promise<void> {
  const db = await accountDb(account);
  const tx = db.transaction(["rows", "spaces", "meta", "operations", "files"], "readwrite");
  tx.objectStore("rows").clear();
  tx.objectStore("spaces").clear();
  tx.objectStore("meta").clear();
  const queue = tx.objectStore("operations");
  for (const id of await queue.index("state").getAllKeys("done")) queue.delete(id);
  const left = await queue.count();
  // Of files only those that a message takes along.
  const named = (await queue.getAll()).flatMap(({ body }) => body.files ?? []).map(String);
  const files = tx.objectStore("files");
  for (const key of await files.getAllKeys()) if (!named.some((id) => key.includes(id))) files.delete(key);
  await tx.done;
  if (left === 0) await dropAccount(account);
}

/** All files of one space, or what is kept of one file in it. */
export function fileRange(space: string, id?: string): IDBKeyRange {
  if (id !== undefined) return IDBKeyRange.bound(`${space}/${id}`, `${space}/${id}/bytes`);
  return IDBKeyRange.bound(`${space}/`, `${space}0`, false, true);
}

/** All rows of one space, or of one collection in it. */
export function rowRange(space: string, collection?: string): IDBKeyRange {
  const from = collection === undefined ? [space] : [space, collection];
  return IDBKeyRange.bound(from, [...from, []]);
}
