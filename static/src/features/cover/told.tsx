/** What young people hear of a time away, so that nobody has to guess it. */
import { t } from "../../i18n/index";
import { Card } from "../../ui/card";

export function Told() {
  return (
    <Card labelledBy="told">
      <h2 id="told">{t("What your young people are told")}</h2>
      <ul>
        <li>{t("The day before: a notice. In the app they see who covers, and until when.")}</li>
        <li>{t("On the first day: a line in the conversation says that you are away, and who reads it.")}</li>
        <li>{t("When you are back: a line and a notice say so.")}</li>
      </ul>
      <p class="s soft">{t("They are never told why. The notice on the phone names nobody.")}</p>
    </Card>
  );
}
