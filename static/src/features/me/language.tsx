/** Which language the app speaks: each called by its own name. */
import { useState } from "preact/hooks";
import { request } from "../../data/api";
import { me } from "../../data/session";
import { language } from "../../data/settings";
import { languageCodes, languageName, t } from "../../i18n/index";
import { Choices } from "../../ui/choices";
import { Note } from "../../ui/note";
import { Page } from "../../ui/page";
import { backToMe } from "./back";

export function Language() {
  const [unsent, setUnsent] = useState(false);
  const choose = (code: string) => {
    language.value = code;
    if (!me.value) return;
    request("PATCH", "/auth/me", { language: code }).then(
      () => setUnsent(false),
      () => setUnsent(true),
    );
  };
  return (
    <Page title={t("Language")} back={backToMe()}>
      <Choices
        legend={t("Show the app in")}
        options={languageCodes().map((code) => ({ value: code, words: languageName(code) }))}
        value={language.value}
        onChange={choose}
      />
      <p class="s soft">{t("What your council wrote may still be in English.")}</p>
      {unsent && (
        <Note live>
          <p>
            {t(
              "Changed on this phone. We could not save it to your account: try again when you have a signal.",
            )}
          </p>
        </Note>
      )}
    </Page>
  );
}
