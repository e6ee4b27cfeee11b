/**
 * Notifications. They carry no personal words, and a push always shows one: browsers punish silent pushes.
 *
 * A push holds `{id, title, url, tag, lang}`, and the same again in the declarative form (`notification`), which browsers
 * that know it show without us.
 */
import { changeDevice, readDevice } from "../data/device";
import { report } from "../data/telling";
import { SYNC_TAG, tell } from "../data/together";

declare const self: ServiceWorkerGlobalScope;

/** What a notification needs, whatever came. */
export interface Said {
  id: string | null;
  title: string;
  url: string;
  options: NotificationOptions & { renotify?: boolean };
}

const NEUTRAL = { title: "You have a reminder", lang: "en", dir: "ltr" as const };
const LONGEST_TITLE = 80;
const REMEMBERED = 50;
const STORAGE_MS = 2000;

const later = () => new Promise<null>((answer) => setTimeout(answer, STORAGE_MS, null));

/** Shows the server's neutral sentence in the person's language, or ours when the payload cannot be read. */
export async function showPush(event: PushEvent): Promise<void> {
  // A phone whose storage fails, or does not answer, still shows what came.
  const device = await Promise.race([readDevice().catch(() => null), later()]);
  const said = read(bodyOf(event), device?.neutral ?? NEUTRAL, self.location.origin);
  // The server asks again when it was killed in the middle: the second time takes the place of the first, and is silent.
  const again = said.id !== null && (device?.shown.includes(said.id) ?? false);
  const once = again ? { silent: true } : said.options.tag ? { renotify: true } : {};
  await self.registration.showNotification(said.title, { ...said.options, ...once });
  tell("pushed");
  const { id } = said;
  if (id === null) return;
  await changeDevice(({ shown }) => ({
    shown: [...shown.filter((one) => one !== id), id].slice(-REMEMBERED),
  }));
  await sayLater({ what: "shown", id });
}

function bodyOf(event: PushEvent): unknown {
  try {
    return event.data?.json();
  } catch {
    // Not for us to read: the neutral sentence will do.
    return null;
  }
}

/** Pure: what to show of a push's body, which may be anything at all. */
export function read(
  given: unknown,
  neutral: { title: string; lang: string; dir: "ltr" | "rtl" },
  origin: string,
): Said {
  const body = fields(given);
  const declared = fields(body.notification);
  const text = (name: string) =>
    [body[name], declared[name]].find((one) => typeof one === "string" && one !== "");
  const title = text("title") as string | undefined;
  const id = typeof body.id === "string" && body.id !== "" ? body.id : null;
  const url = ownAddress(body.url ?? declared.navigate, origin);
  const lang = title === undefined ? neutral.lang : text("lang");
  const dir = title === undefined ? neutral.dir : text("dir");
  const tag = text("tag");
  return {
    id,
    title: (title ?? neutral.title).slice(0, LONGEST_TITLE),
    url,
    options: {
      icon: "/icons/icon-192.png",
      badge: "/icons/badge-96.png",
      data: { url, id },
      ...(tag !== undefined && { tag: tag as string }),
      ...(lang !== undefined && { lang: lang as string }),
      ...((dir === "rtl" || dir === "ltr") && { dir }),
    },
  };
}

const fields = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};

/** Only addresses inside this app may be opened. */
function ownAddress(url: unknown, origin: string): string {
  try {
    const address = new URL(typeof url === "string" ? url : "/", origin);
    return address.origin === origin ? address.pathname + address.search : "/";
  } catch {
    return "/";
  }
}

/** Brings the app forward at the notification's address, opening it when it is closed, and says that it was opened. */
export async function openFromNotice(notification: Notification): Promise<void> {
  notification.close();
  const { url, id } = fields(notification.data) as { url?: string; id?: string | null };
  // Said beside it: a slow server must not keep the person waiting.
  await Promise.all([openAt(url ?? "/"), id ? sayLater({ what: "seen", id }) : null]);
}

async function openAt(url: string): Promise<void> {
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const open = windows.find((one) => one.visibilityState === "visible") ?? windows[0];
  if (!open) {
    await self.clients.openWindow(url);
    return;
  }
  await open.focus();
  // A page this worker does not control yet cannot be moved by it.
  await open.navigate(url).catch(() => self.clients.openWindow(url));
}

/** Says it now; or, without a connection, as soon as the browser has one again, or with the next sync. */
async function sayLater(told: Parameters<typeof report>[0]): Promise<void> {
  if (await report(told)) return;
  const { sync } = self.registration as ServiceWorkerRegistration & {
    sync?: { register(tag: string): Promise<void> };
  };
  await sync?.register(SYNC_TAG).catch(() => undefined);
}
