/** One heading of getting ready: how I feel about it, what I want, what I want changed. Saved on this phone as it is typed. */
import { Link, useLocation, useParams, useSearch } from "wouter-preact";
import { NotFound } from "../../app/not-found";
import type { ShownDate } from "../../data/dates-view";
import type { ShownPreparation } from "../../data/ready-view";
import { HEADINGS } from "../../data/types";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { AreaField, Switch } from "../../ui/field";
import { Page } from "../../ui/page";
import { Bar } from "../../ui/ring";
import { SaveTrouble } from "../passport/save";
import type { Dates } from "./dates";
import { type Said, type Saved, useSaid } from "./draft";
import { Faces } from "./faces";
import { whoSees } from "./own-form";
import { headingWords } from "./ready-words";
import { useSend } from "./send";
import { AddDate } from "./talk";
import { WithDate } from "./with-date";

/** The server's limit. */
const LONGEST = 2000;

export function HeadingScreen() {
  const { heading } = useParams<{ heading: string }>();
  return (
    <WithDate>
      {(date, dates) => {
        const shown = dates.preparations(date.id).find((one) => one.heading === heading);
        return shown ? <One date={date} dates={dates} shown={shown} /> : <NotFound />;
      }}
    </WithDate>
  );
}

interface OneProps {
  date: ShownDate;
  dates: Dates;
  shown: ShownPreparation;
}

function One({ date, dates, shown }: OneProps) {
  const [, go] = useLocation();
  const { send, trouble } = useSend({ quiet: true });
  const { heading, shared } = shown;
  const where = { date: date.id, heading };
  const from = new URLSearchParams(useSearch()).get("about");
  const about = dates.all.find(({ id }) => id === from);
  const { said, write, settle, saved } = useSaid(`ready-draft/${date.id}/${heading}`, kept(shown), (now) =>
    send("prepare.put", { ...where, ...now }).then((id) => id !== null),
  );
  const { title, questions } = headingWords(heading);
  const at = HEADINGS.indexOf(heading);
  const next = HEADINGS[at + 1];
  return (
    <Page
      title={title}
      back={{ href: `/dates/${date.id}/ready`, words: t("Get ready") }}
      sub={t("{n} of {all}", { n: at + 1, all: HEADINGS.length })}
    >
      <Bar done={at + 1} of={HEADINGS.length} label={null} />
      <ul class="dots">
        {questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
      <Faces legend={t("How do you feel about it?")} value={said.face} onChange={(face) => write({ face })} />
      {about && <AddDate date={about} words={said.words} onAdd={(words) => write({ words })} />}
      <Texts said={said} write={write} />
      <SavedLine saved={saved} />
      <Switch
        label={
          dates.adviser ? t("Share this page with {name}", { name: dates.adviser }) : t("Share this page")
        }
        checked={shared}
        onChange={(now) => {
          settle();
          void send("prepare.share", { ...where, shared: now });
        }}
      />
      <p class="meta">
        <b>{t("Who can see this")}</b> {whoSees(shared, dates.adviser)}
      </p>
      <SaveTrouble trouble={trouble} />
      <Button onClick={() => go(`/dates/${date.id}/ready${next ? `/${next}` : ""}`)}>
        {next ? t("Next: {heading}", { heading: headingWords(next).title }) : t("Done")}
      </Button>
      {next && (
        <Link class="btn quiet" href={`/dates/${date.id}/ready`}>
          {t("Enough for now")}
        </Link>
      )}
    </Page>
  );
}

/** Says where the words are, at each pause: on this phone, or that this phone could not keep them. */
function SavedLine({ saved }: { saved: Saved }) {
  return (
    <p class={saved === "failed" ? "s error" : "s soft"} role="status">
      {savedWords(saved)}
    </p>
  );
}

function savedWords(saved: Saved): string {
  switch (saved) {
    case "idle":
      return t("What you write is saved on this phone by itself, also without a signal.");
    case "saving":
      return t("Saving…");
    case "saved":
      return t("Saved on this phone");
    case "failed":
      return t(
        "This phone cannot keep it just now. Its storage may be full. Copy your words before you leave.",
      );
  }
}

const kept = ({ face, words, want, change }: ShownPreparation): Said => ({ face, words, want, change });

function Texts({ said, write }: { said: Said; write: (change: Partial<Said>) => void }) {
  const fields = [
    { id: "words", label: t("How is it going? (optional)") },
    { id: "want", label: t("What I want (optional)") },
    { id: "change", label: t("What I want changed in my plan (optional)") },
  ] as const;
  return (
    <>
      {fields.map(({ id, label }) => (
        <AreaField
          key={id}
          id={id}
          label={label}
          value={said[id]}
          onInput={(text) => write({ [id]: text })}
          maxLength={LONGEST}
        />
      ))}
    </>
  );
}
