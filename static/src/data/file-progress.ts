/** How far files have come on their way, told by whoever sends them: a tab, or the service worker. No DOM. */

const CHANNEL = "footing-files";

/** So many bytes of this file are at the server. */
export interface OnItsWay {
  file: string;
  bytes: number;
}

let channel: BroadcastChannel | null | undefined;

/** Tells who listens, here and in other tabs. Where there are no channels nobody hears it, and nothing else changes. */
export function tellProgress(news: OnItsWay): void {
  channel ??= typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(CHANNEL);
  channel?.postMessage(news);
}

/** Listens; gives the way to stop. */
export function onProgress(heard: (news: OnItsWay) => void): () => void {
  if (typeof BroadcastChannel === "undefined") return () => {};
  const here = new BroadcastChannel(CHANNEL);
  here.onmessage = ({ data }: MessageEvent<OnItsWay>) => heard(data);
  return () => here.close();
}
