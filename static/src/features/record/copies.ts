/** Copies of everything: what the server says of those that were asked for, and the one fetch that each allows. */
import { ApiProblem, request } from "../../data/api";

export interface Copy {
  id: string;
  /** Gone: not fetched in time, or a newer one took its place. */
  state: "waiting" | "ready" | "fetched" | "gone";
  asked_at: string;
  ready_at: string | null;
  until: string | null;
  bytes: number | null;
  sha256: string | null;
}

/** The copies that this person asked for, the last one first. */
export async function copies(): Promise<Copy[]> {
  return (await request<{ exports: Copy[] }>("GET", "/me/exports")).exports;
}

export function askForCopy(): Promise<Copy> {
  return request<Copy>("POST", "/me/exports");
}

/**
 * The file, whole. From the first byte on the server counts it as fetched, and never sends it again.
 * @throws ApiProblem: "not-found" when it is not there any more, "offline" when it did not come or broke off.
 */
export async function fetchCopy({ id, bytes }: Copy): Promise<Blob> {
  const response = await fetch(`/api/v1/me/exports/${id}`, { cache: "no-store" }).catch(brokenOff);
  if (!response.ok) throw problemOf(response.status);
  const file = await response.blob().catch(brokenOff);
  // A line that ends early is not always told as an error.
  if (bytes !== null && file.size !== bytes) brokenOff();
  return file;
}

function brokenOff(): never {
  throw new ApiProblem(0, "offline", "The file did not arrive whole.", "", true);
}

function problemOf(status: number): ApiProblem {
  const codes: Record<number, string> = { 401: "not-signed-in", 404: "not-found", 429: "too-many" };
  return new ApiProblem(
    status,
    codes[status] ?? `http-${status}`,
    "The server could not do that.",
    "",
    false,
  );
}
