/**
 * Reminders that are sent often, in plain words. The server keeps only which one it was: a phone that knows the id can
 * show the words in its own language, for as long as nobody changed them.
 */
import { t } from "../../i18n/index";

export const TEMPLATES = ["papers", "meeting", "rent", "meter", "benefit", "form", "call"] as const;
export type Template = (typeof TEMPLATES)[number];

/** What it is for, on the list to choose from. */
export function templateTitle(template: Template): string {
  switch (template) {
    case "papers":
      return t("Bring papers");
    case "meeting":
      return t("We meet");
    case "rent":
      return t("Rent");
    case "meter":
      return t("Meter reading");
    case "benefit":
      return t("Universal Credit");
    case "form":
      return t("A form");
    case "call":
      return t("Get in touch");
  }
}

/** What the young person reads. */
export function templateText(template: Template): string {
  switch (template) {
    case "papers":
      return t("Please bring your ID, and any letters you would like to look at together.");
    case "meeting":
      return t("We meet soon. If you cannot come, tell me. That is fine, and we find another time.");
    case "rent":
      return t("Your rent is due soon. If the money is short, tell me early. I can help.");
    case "meter":
      return t("Time to send your meter reading. A photo of the meter is enough to start.");
    case "benefit":
      return t("Have a look at your Universal Credit journal. Ask me if something is not clear.");
    case "form":
      return t("There is a form to send back soon. We can fill it in together.");
    case "call":
      return t("Call or text me when you have a moment. Nothing is wrong.");
  }
}
