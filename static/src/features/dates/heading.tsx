/** One heading of getting ready: how I feel about it, what I want, what I want changed. Saved on this phone as it is typed. */
import { Link, useLocation, useParams } from "wouter-preact";
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
import { type Said, useSaid } from "./draft";
import { Faces } from "./faces";
import { whoSees } from "./own-form";
import { headingWords } from "./ready-words";
import { useSend } from "./send";
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
  const about = { date: date.id, heading };
  const { said, write, settle } = useSaid(`ready-draft/${date.id}/${heading}`, kept(shown), (now) =>
    send("prepare.put", { ...about, ...now }).then((id) => id !== null),
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
      <Texts said={said} write={write} />
      <Switch
        label={
          dates.adviser ? t("Share this page with {name}", { name: dates.adviser }) : t("Share this page")
        }
        checked={shared}
        onChange={(now) => {
          settle();
          void send("prepare.share", { ...about, shared: now });
        }}
      />
      <p class="meta">
        <b>{t("Who can see this")}</b> {whoSees(shared, dates.adviser)}
      </p>
      <SaveTrouble trouble={trouble} />
      <p class="s soft">{t("Saved on this phone as you type.")}</p>
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
