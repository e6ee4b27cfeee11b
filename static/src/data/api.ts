/** The one way to talk to the server. No DOM here: the service worker uses it too. */
import type { ProblemBody } from "./types";

const BASE = "/api/v1";
const PATIENCE_MS = 30_000;

/** Paths where a 401 means "that was not right", not "your session is over". */
const SIGNING_IN = ["/auth/sign-in", "/invitations/"];

/**
 * What went wrong, in one shape.
 * `code` is the last part of the problem's type, or "offline" when no answer came.
 */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    readonly retry: boolean,
    /** Seconds the server asked us to wait, if it did. */
    readonly retryAfter: number | null = null,
    /** The problem as it came, with any extra members. */
    readonly body: (ProblemBody & Record<string, unknown>) | null = null,
  ) {
    super(title);
  }
}

let unauthorised: (problem: ApiProblem) => void = () => {};

/** Who wants to hear that the session is over (one listener: the session, or the service worker). */
export function onUnauthorised(listener: (problem: ApiProblem) => void): void {
  unauthorised = listener;
}

/**
 * Sends one request and gives the parsed answer (undefined for an empty one).
 * @throws ApiProblem for every failure; code "offline" when there was no answer.
 */
export async function request<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await answered(method, path, body);
  return (response.status === 204 ? undefined : await readJson(response)) as T;
}

/**
 * Sends one request and gives the answer as it came, for what is no JSON, like a page or a file. A body of bytes goes
 * as it is, with the headers given.
 * @throws ApiProblem as `request` does.
 */
export async function answered(
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
): Promise<Response> {
  const response = await send(method, path, body, headers);
  if (response.ok) return response;
  const problem = await toProblem(response);
  if (problem.status === 401 && !SIGNING_IN.some((start) => path.startsWith(start))) unauthorised(problem);
  throw problem;
}

async function send(
  method: string,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE_MS);
  const init: RequestInit = {
    method,
    credentials: "same-origin",
    cache: "no-store",
    headers: { Accept: "application/json" },
    signal: stop.signal,
  };
  if (body instanceof Uint8Array) {
    init.body = body as Uint8Array<ArrayBuffer>;
    init.headers = { Accept: "application/json", ...headers };
  } else if (body !== undefined) {
    init.body = JSON.stringify(body);
    init.headers = { Accept: "application/json", "Content-Type": "application/json" };
  }
  try {
    return await fetch(BASE + path, init);
  } catch {
    throw new ApiProblem(0, "offline", "There is no connection right now.", "", true);
  } finally {
    clearTimeout(timer);
  }
}

/** An answer that breaks off in the middle is the same to us as no answer. */
async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    throw new ApiProblem(0, "offline", "The answer did not arrive whole.", "", true);
  }
}

async function toProblem(response: Response): Promise<ApiProblem> {
  let body: (ProblemBody & Record<string, unknown>) | null = null;
  try {
    body = await response.json();
  } catch {
    // A proxy's own error page: the status is all we know.
  }
  const passing = response.status === 429 || response.status >= 500;
  return new ApiProblem(
    response.status,
    body?.type?.split(/[/:#]/).pop() || `http-${response.status}`,
    body?.title ?? "The server could not do that.",
    body?.detail ?? "",
    body?.retry ?? passing,
    waitAsked(response.headers.get("Retry-After")),
    body,
  );
}

/** Retry-After as seconds: it is either a number or a date (RFC 9110, 10.2.3). */
function waitAsked(header: string | null): number | null {
  if (!header) return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds);
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, (at - Date.now()) / 1000);
}
