/** Which language the app speaks: each called by its own name, and whether a person has checked its words. */
import { useState } from "preact/hooks";
import { request } from "../../data/api";
import { me } from "../../data/session";
import { chooseLanguage, language } from "../../data/settings";
import { checkedBy, formatDate, languageCodes, languageName, t } from "../../i18n/index";
import { Choices } from "../../ui/choices";
import { Note } from "../../ui/note";
import { Page } from "../../ui/page";
import { backToMe } from "./back";
import { draftWords, ReadInEnglish, showsDraft } from "./language-note";

export function Language() {
  const [unsent, setUnsent] = useState(false);
  const choose = (code: string) => {
    chooseLanguage(code);
    if (!me.value) return;
    request("PATCH", "/auth/me", { language: code }).then(
      () => setUnsent(false),
      () => setUnsent(true),
    );
  };
  return (
    <Page title={t("Language")} back={backToMe()}>
      {showsDraft() && (
        <Note look="calm">
          <p>{draftWords()}</p>
          <div>
            <ReadInEnglish />
          </div>
        </Note>
      )}
      <Choices
        legend={t("Show the app in")}
        options={languageCodes().map((code) => ({
          value: code,
          words: languageName(code),
          lang: code,
          below: checkedWords(code),
        }))}
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

function checkedWords(code: string): string {
  if (code === "en") return "";
  const checked = checkedBy(code);
  if (!checked) return t("Not checked by a person yet");
  return t("Checked by {name}, {date}", { name: checked.by, date: formatDate(checked.on, "long") });
}
