/** Staff screens bring their own style sheet, which nobody else downloads. A link, because Safari 15 knows no other way. */
import sheet from "./staff.sheet.css";

let asked: Promise<void> | null = null;

/** Resolves when the sheet is there, and also when it did not come: plain screens are better than none. */
export function staffStyles(): Promise<void> {
  asked ??= new Promise((resolve) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL(sheet, import.meta.url).href;
    link.onload = () => resolve();
    link.onerror = () => resolve();
    document.head.append(link);
  });
  return asked;
}
