/** What this device knows apart from any account: who is signed in, how wrong its clock is, its last stamp. */
import { deviceDb } from "./db";

export interface DeviceState {
  /** The account that is signed in here; null when nobody is. */
  account: string | null;
  name: string;
  /** The server's clock minus ours, in milliseconds, measured at the last sync. */
  offset: number;
  /** The largest stamp given or seen, in milliseconds since 1970. */
  largest: number;
  /** The account that was signed in here is over, and nobody who uses this device has read so yet. */
  over: boolean;
  /** Somebody signed out without a connection: the server has still to be told. */
  signingOut: boolean;
  /** What this device shows or opened of notifications, and could not yet tell the server. */
  untold: Told[];
  /** The notifications shown here, the newest last: one that comes twice is not to ring twice. */
  shown: string[];
  /** The push subscription of the account that is signed in; null while notifications are off here. */
  push: { endpoint: string } | null;
  /** What a notification says when its own words cannot be read, in the language of the app. */
  neutral: { title: string; lang: string; dir: "ltr" | "rtl" } | null;
  /** An account whose rows must go from this device, if the app was killed before they did; `all` with its queue. */
  wipe: { account: string; all: boolean } | null;
}

/** That a notification stood on the screen, or was opened. */
export interface Told {
  what: "shown" | "seen";
  id: string;
}

const KEY = "device";
const EMPTY: DeviceState = {
  account: null,
  name: "",
  offset: 0,
  largest: 0,
  over: false,
  signingOut: false,
  untold: [],
  shown: [],
  push: null,
  neutral: null,
  wipe: null,
};

/** The state of the device; the empty one when storage was cleared. */
export async function readDevice(): Promise<DeviceState> {
  const db = await deviceDb();
  return { ...EMPTY, ...((await db.get("state", KEY)) as Partial<DeviceState> | undefined) };
}

/** Changes the state in one transaction, so that two tabs cannot undo each other. Gives the new state. */
export async function changeDevice(
  change: (state: DeviceState) => Partial<DeviceState>,
): Promise<DeviceState> {
  const db = await deviceDb();
  const tx = db.transaction("state", "readwrite");
  const before = { ...EMPTY, ...((await tx.store.get(KEY)) as Partial<DeviceState> | undefined) };
  const after = { ...before, ...change(before) };
  await tx.store.put(after, KEY);
  await tx.done;
  return after;
}

/** Pure: the next stamp, by the rule of the protocol. */
export function nextStamp(clock: number, state: Pick<DeviceState, "offset" | "largest">): number {
  return Math.max(Math.round(clock + state.offset), state.largest + 1);
}

/** Takes the next stamp for an operation; no two calls on this device ever give the same. */
export async function takeStamp(clock: number = Date.now()): Promise<number> {
  const state = await changeDevice((before) => ({ largest: nextStamp(clock, before) }));
  return state.largest;
}

/** How far apart two clocks that are both right may read: they are cut to whole milliseconds and drift a little. */
const GRAIN_MS = 100;

/**
 * Pure: the server read its clock at some moment between our asking and its answer, so every offset between two bounds
 * fits what we saw. One that fits stays: a slow answer must not move a clock that is right, or the marks of two
 * phones would change their order.
 */
export function correctedOffset(
  known: number,
  seen: Pick<Exchange, "serverNow" | "sentAt" | "gotAt">,
): number {
  const least = seen.serverNow - seen.gotAt;
  const most = seen.serverNow - seen.sentAt;
  return known >= least - GRAIN_MS && known <= most + GRAIN_MS ? known : Math.round((least + most) / 2);
}

/** One question to the server and what was known when it was asked. */
export interface Exchange {
  serverNow: number;
  sentAt: number;
  gotAt: number;
  /** `largest` of the device when it was sent. */
  largestThen: number;
  /** The largest stamp still in the queue. */
  waiting: number;
}

/**
 * Learns from an answer of the server.
 *
 * Stamps in the future count as their arrival at the server, so once they are answered nothing in the world
 * is later than the server's now: a clock that was once a year ahead does not push this device's stamps
 * ahead for ever. Stamps given while the question was under way stay.
 */
export async function learnTime(seen: Exchange): Promise<void> {
  await changeDevice((before) => ({
    offset: correctedOffset(before.offset, seen),
    largest: Math.max(seen.serverNow, seen.waiting, before.largest > seen.largestThen ? before.largest : 0),
  }));
}
