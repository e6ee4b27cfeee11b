/** The styles of the composer, fetched with the first conversation that is opened. */
import { linkSheet } from "../../ui/sheet";
import sheet from "./composer.sheet.css";

export const composerStyles = linkSheet(sheet, import.meta.url);
