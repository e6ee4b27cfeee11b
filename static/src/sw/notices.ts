/** Notifications. They carry no personal words, and a push always shows one: browsers punish silent pushes. */

declare const self: ServiceWorkerGlobalScope;

interface PushBody {
  title?: unknown;
  url?: unknown;
  tag?: unknown;
  lang?: unknown;
}

const NEUTRAL = "You have a reminder";

/** Shows the server's neutral sentence in the person's language, or ours when the payload cannot be read. */
export async function showPush(event: PushEvent): Promise<void> {
  let body: PushBody = {};
  try {
    body = (event.data?.json() as PushBody | null) ?? {};
  } catch {
    // Not for us to read: the neutral sentence will do.
  }
  const title = typeof body.title === "string" && body.title !== "" ? body.title.slice(0, 80) : NEUTRAL;
  const options: NotificationOptions = { icon: "/icons/icon-192.png", data: { url: ownAddress(body.url) } };
  if (typeof body.tag === "string") options.tag = body.tag;
  if (typeof body.lang === "string") options.lang = body.lang;
  await self.registration.showNotification(title, options);
}

/** Only addresses inside this app may be opened. */
function ownAddress(url: unknown): string {
  const address = new URL(typeof url === "string" ? url : "/", self.location.origin);
  return address.origin === self.location.origin ? address.pathname + address.search : "/";
}

/** Brings the app forward at the notification's address, opening it when it is closed. */
export async function openFromNotice(notification: Notification): Promise<void> {
  notification.close();
  const url: string = (notification.data as { url?: string } | null)?.url ?? "/";
  const [open] = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (!open) {
    await self.clients.openWindow(url);
    return;
  }
  await open.focus();
  // A page this worker does not control yet cannot be moved by it.
  await open.navigate(url).catch(() => self.clients.openWindow(url));
}
