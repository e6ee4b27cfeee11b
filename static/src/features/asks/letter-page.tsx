/** A letter on the screen: fill in name and address, then copy, print or send it. What is typed here is kept nowhere. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { inEnglish, shownLanguage, t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { today } from "../../ui/dated";
import { AreaField, Field } from "../../ui/field";
import { Fold } from "../../ui/fold";
import { Page } from "../../ui/page";
import { CopyButton } from "../people/copy-button";
import { forOthers, type Letter, letterText, type Sender, type Sheet, sheetOf } from "./letter";

interface LetterPageProps {
  title: string;
  back: { href: string; words: string };
  /** Writes the letter in the language of the moment. */
  write: () => Letter;
  /** More to fill in. */
  children?: ComponentChildren;
}

export function LetterPage({ title, back, write, children }: LetterPageProps) {
  const [sender, setSender] = useState<Sender>({ name: "", address: "" });
  const put = () => sheetOf(write(), sender, today());
  const sheet = forOthers(inEnglish(put));
  return (
    <Page title={title} back={back}>
      <p>{t("Read it, fill it in, and change what you like once you have copied it.")}</p>
      {children}
      <Field
        id="name"
        label={t("Your full name")}
        value={sender.name}
        onInput={(name) => setSender({ ...sender, name })}
        autoComplete="name"
      />
      <AreaField
        id="address"
        label={t("Where they can reach you")}
        hint={t("Your address, phone or e-mail. It stays in this letter: we do not keep it.")}
        value={sender.address}
        onInput={(address) => setSender({ ...sender, address })}
      />
      {shownLanguage() !== "en" && <p>{t("The letter is in English, so that they can read it.")}</p>}
      <article class="card letter" lang="en" dir="ltr">
        <Paper sheet={sheet} />
      </article>
      <Ways sheet={sheet} />
      {shownLanguage() !== "en" && (
        <Fold head={<b class="grow">{t("What the letter says")}</b>}>
          <Paper sheet={put()} />
        </Fold>
      )}
    </Page>
  );
}

function Paper({ sheet: { head, subject, body } }: { sheet: Sheet }) {
  const lines = (words: string[]) => words.map((line, at) => <p key={`${at} ${line}`}>{line}</p>);
  return (
    <>
      {lines(head)}
      <h2>{subject}</h2>
      {lines(body)}
    </>
  );
}

function Ways({ sheet }: { sheet: Sheet }) {
  const text = letterText(sheet);
  // The address of an e-mail can be read on its way out of the phone, so the letter itself never stands in it.
  const mail = `mailto:?subject=${encodeURIComponent(sheet.mailSubject)}`;
  return (
    <>
      <CopyButton text={text}>{t("Copy the letter")}</CopyButton>
      <div class="row wraps">
        <Button look="quiet" small onClick={() => print()}>
          {t("Print it")}
        </Button>
        {"share" in navigator && (
          <Button look="quiet" small onClick={() => void share(sheet.subject, text)}>
            {t("Send it")}
          </Button>
        )}
        <a class="btn quiet small" href={mail}>
          {t("Start an e-mail")}
        </a>
      </div>
      <p class="s soft">{t("For an e-mail: copy the letter first, then paste it in.")}</p>
    </>
  );
}

async function share(title: string, text: string): Promise<void> {
  // Closing the phone's own sheet without choosing is no mistake: the letter still stands here.
  await navigator.share({ title, text }).catch(() => undefined);
}
