/** Which files the worker keeps, and how it finds them again. The lists come from build.mjs. */

/** What this build consists of. */
export interface Build {
  version: string;
  /** The address of the main script; the shell must name it. */
  main: string;
  /** Needed to show anything at all: fetched before the worker is installed. */
  first: string[];
  /** The screens for everybody, and small files: fetched after the worker has started. */
  later: string[];
  /** The screens of staff: fetched when a member of staff signs in. */
  staff: string[];
}

declare const BUILD: Build;

export const build: Build = BUILD;

const PREFIX = "shell-";
export const SHELL = "/";
export const OFFLINE = "/offline.html";

const cacheName = PREFIX + build.version;

/** Fetches the shell and the first files. Fails, so that the browser tries again later, when one is missing. */
export async function keepFirst(): Promise<void> {
  const shell = await fetch(SHELL, { cache: "reload", credentials: "omit" });
  // In the middle of a roll-out the shell can belong to another build: kept together they would not start offline.
  if (!shell.ok || !(await shell.clone().text()).includes(build.main))
    throw new Error("the shell is of another build");
  const cache = await caches.open(cacheName);
  await Promise.all(build.first.map((address) => keepOne(cache, address)));
  await cache.put(SHELL, shell);
}

/** Fetches the rest, one by one and without hurry. What fails is fetched when it is first used. */
export async function keepMore(addresses: string[]): Promise<void> {
  const cache = await caches.open(cacheName);
  for (const address of new Set(addresses)) await keepOne(cache, address).catch(() => undefined);
}

async function keepOne(cache: Cache, address: string): Promise<void> {
  if (await cache.match(address)) return;
  // Hashed files of the build before are the same files: no need to fetch them again.
  const known = address.startsWith("/static/dist/") ? await caches.match(address) : undefined;
  const response = known ?? (await fetch(address, { credentials: "omit" }));
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  await cache.put(address, response);
}

/** Deletes the caches of builds older than the one before this: pages of that one may still be open. */
export async function forgetOldBuilds(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== cacheName);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
}

/** The shell or the offline page, from this build. */
export async function kept(address: string): Promise<Response | undefined> {
  return (await caches.open(cacheName)).match(address);
}

/** A built file: its name carries its hash, so a kept one is always right. */
export async function builtFile(request: Request): Promise<Response> {
  const known = await caches.match(request);
  if (known) return known;
  const response = await fetch(request);
  if (response.ok) {
    const cache = await caches.open(cacheName);
    // A full phone must not stop the screen from opening.
    await cache.put(request, response.clone()).catch(() => undefined);
  }
  return response;
}
