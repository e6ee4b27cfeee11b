/** Says where the answers to the check stay. */
import { me } from "../../data/session";
import { t } from "../../i18n/index";
import { Note } from "../../ui/note";

export function WhereItStays() {
  const role = me.value?.account.role;
  return (
    <Note look="calm">
      <p>
        {role && role !== "young_person"
          ? t("Answers that you enter here are not kept. They are gone when you close this page.")
          : t("Your answers stay on this phone. They are never sent to anyone, not even to your council.")}
      </p>
      {!role && <p>{t("Is this not your own phone? Delete your answers when you have finished.")}</p>}
    </Note>
  );
}
