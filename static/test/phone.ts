/** A phone for the tests: an IndexedDB in memory, Web Locks that really wait, and a server to talk to. */
import "fake-indexeddb/auto";
import { dropAccount } from "../src/data/db";
import { changeDevice } from "../src/data/device";
import { FakeServer } from "./fake-server";

type Work<T> = (lock: { name: string } | null) => T | Promise<T>;

/** Web Locks as far as we use them: one holder at a time; the others queue, or go without when they ask so. */
class FakeLocks {
  private tails = new Map<string, Promise<unknown>>();
  private held = new Set<string>();

  request<T>(name: string, ...rest: [Work<T>] | [{ ifAvailable: boolean }, Work<T>]): Promise<T> {
    const [first, second] = rest;
    if (typeof first === "function") return this.queue(name, () => first({ name }));
    const work = second as Work<T>;
    return first?.ifAvailable && this.held.has(name)
      ? Promise.resolve(work(null))
      : this.queue(name, async () => work({ name }));
  }

  private async queue<T>(name: string, work: () => T | Promise<T>): Promise<T> {
    this.held.add(name);
    try {
      return await this.next(name, async () => work());
    } finally {
      this.held.delete(name);
    }
  }

  private next<T>(name: string, work: () => Promise<T>): Promise<T> {
    const next = (this.tails.get(name) ?? Promise.resolve()).then(work, work);
    this.tails.set(
      name,
      next.catch(() => undefined),
    );
    return next;
  }
}

// A real channel would keep the test process alive; two tabs are played by two calls.
Object.defineProperty(globalThis, "BroadcastChannel", { value: undefined, configurable: true });
Object.defineProperty(globalThis, "navigator", { value: { locks: new FakeLocks() }, configurable: true });

let number = 0;

/** A phone on which a new account is signed in, and its server with one space. */
export async function freshPhone(): Promise<{ server: FakeServer; account: string; space: string }> {
  const server = new FakeServer();
  const account = `anna-${++number}`;
  const space = `space-${number}`;
  server.account = account;
  server.addSpace(space);
  globalThis.fetch = server.fetch as typeof fetch;
  await dropAccount(account);
  await changeDevice(() => ({ account, offset: 0, largest: 0, signingOut: false, wipe: null }));
  return { server, account, space };
}
