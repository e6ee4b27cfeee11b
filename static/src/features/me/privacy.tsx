/** The privacy notice in plain words. Says what is so, not what sounds nice. */
import { bundle } from "../../data/content";
import { me } from "../../data/session";
import { t } from "../../i18n/index";
import { Card } from "../../ui/card";
import { Page } from "../../ui/page";
import { keptWords } from "../messages/kept-words";
import { backToMe } from "./back";
import { Line } from "./line";

function parts(): { title: string; lines: string[] }[] {
  return [
    {
      title: t("What is kept"),
      lines: [
        t(
          "Your first or chosen name, your birthday, your councils and your sign-in name. No phone number or email is asked of you.",
        ),
        t("The skills you mark, when you marked them, your notes, and which papers you have."),
        t("What you ask for and what becomes of it, and what you write down that you spent."),
        t("Your legal status, when your council writes it down, and your words if you disagree."),
        t("What you say of your council’s promises, for each season."),
        t("Your messages with their pictures and files, and who looked at what is yours."),
        t("The name of each phone you sign in on, and when it was last used."),
      ],
    },
    {
      title: t("Who can see it"),
      lines: [
        t("You see all of it."),
        t("Your PA sees your marks, your papers and your sign-offs. If you have no PA, the duty team does."),
        t("A note is only for you until you share it. You can take it back."),
        t(
          "Your PA, and whoever covers for your PA, can read what you ask for and what you spent. If you have no PA, the duty team does.",
        ),
        t(
          "Your PA, and whoever covers, can read your messages. A manager can too, but must write down why, and you see it under “Who looked”.",
        ),
        t(
          "If you write down the steps you took to complain, you alone see them here. What you send in a letter is read by whoever gets it.",
        ),
        t(
          "Nobody at your council sees what you said of a promise. They see numbers only when 5 or more people answered. A manager may read your words about it without your name, and can share them after taking out what could name someone.",
        ),
        t("No other young person sees anything of yours that has your name on it."),
      ],
    },
    {
      title: t("The check “What can I get?”"),
      lines: [
        t("Your answers stay on this phone. They are never sent to anyone, not even to your council."),
        t(
          "You can share the result with your PA: your status and what you should get, not your answers. You can take it back.",
        ),
        t("You can delete your answers at any time, under My answers. Signing out deletes them too."),
      ],
    },
    {
      title: t("How it is kept safe"),
      lines: [
        t(
          "Notes, and the words of what you ask for, are locked with a key on the server. Your council runs the server, so it is not secret from your council by design.",
        ),
        t(
          "Your things are also on this phone, so that they work without a signal. Signing out removes them.",
        ),
        t(
          "Nothing is sold, and nobody outside your council’s service is sent anything. There are no adverts and no trackers.",
        ),
      ],
    },
    {
      title: t("How long it is kept"),
      lines: [
        keptWords() ??
          t("It is part of your record. Your council keeps that by law at least until you are 75."),
        t("A message that you take back is hidden from everyone here. The record keeps it."),
        t("If you end your account, nobody sees it here any more. The record stays."),
      ],
    },
    {
      title: t("Your rights"),
      lines: [
        t("You can get a copy of all of it here, and ask your council to put mistakes right."),
        t(
          "You can ask for it to be deleted. Your council may have to keep some records by law, and must tell you why.",
        ),
        t("Not happy with the answer? You can complain to the Information Commissioner (ico.org.uk)."),
      ],
    },
  ];
}

export function Privacy() {
  const council = bundle.value?.council;
  return (
    <Page title={t("Privacy: who sees what")} back={backToMe()}>
      <p>
        {council && council.state !== "base"
          ? t("{council} council runs this app for you and is in charge of what it keeps.", {
              council: council.name,
            })
          : t("Your council runs this app for you and is in charge of what it keeps.")}
      </p>
      {parts().map(({ title, lines }) => (
        <section key={title} class="prose">
          <h2>{title}</h2>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
      {me.value?.space && <OwnRecord />}
    </Page>
  );
}

function OwnRecord() {
  return (
    <Card>
      <ul class="lines">
        <Line href="/me/looks" words={t("Who looked")} />
        <Line href="/me/copy" words={t("My copy of everything")} />
        <Line href="/me/end" words={t("End my account")} />
      </ul>
    </Card>
  );
}
