/** Staff screens bring their own style sheet, which nobody else downloads. */
import { linkSheet } from "../../ui/sheet";
import sheet from "./staff.sheet.css";

let asked: Promise<void> | null = null;

export function staffStyles(): Promise<void> {
  asked ??= linkSheet(sheet, import.meta.url);
  return asked;
}
