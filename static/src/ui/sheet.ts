/** Style sheets of their own, for screens that not everybody opens. A link, because Safari 15 knows no other way. */

/** Resolves when the sheet is there, and also when it did not come: plain screens are better than none. */
export function linkSheet(address: string, from: string): Promise<void> {
  return new Promise((resolve) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL(address, from).href;
    link.onload = () => resolve();
    link.onerror = () => resolve();
    document.head.append(link);
  });
}
