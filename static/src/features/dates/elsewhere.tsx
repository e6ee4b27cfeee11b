/** A word for somebody whose phone shows another time than London's: the times here are London's. */
import { t } from "../../i18n/index";
import { Note } from "../../ui/note";
import { isElsewhere } from "./london";

export function Elsewhere() {
  if (!isElsewhere()) return null;
  return (
    <Note look="calm">
      <p>{t("Your phone shows the time of another place. All times here are UK time.")}</p>
    </Note>
  );
}
