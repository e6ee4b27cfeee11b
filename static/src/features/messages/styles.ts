/** The styles of a conversation, fetched with the first one that is opened. */
import { linkSheet } from "../../ui/sheet";
import sheet from "./thread.sheet.css";

export const threadStyles = linkSheet(sheet, import.meta.url);
