/** Asking for one thing: what it is, what the person needs, who gets it and who can read it. Works without a signal. */
import { useState } from "preact/hooks";
import { Link, useLocation, useParams } from "wouter-preact";
import { isOpen } from "../../data/asks-view";
import { queueOperation } from "../../data/operations";
import { me } from "../../data/session";
import type { Bundle, Entitlement } from "../../data/types";
import { addWorkingDays } from "../../data/working-days";
import { formatDate, t } from "../../i18n/index";
import { Button, ButtonLink } from "../../ui/button";
import { Card } from "../../ui/card";
import { today } from "../../ui/dated";
import { ErrorSummary, type FormError } from "../../ui/error-summary";
import { AreaField } from "../../ui/field";
import { Note } from "../../ui/note";
import { Page } from "../../ui/page";
import { WaysIn } from "../../ui/ways-in";
import { WithBundle } from "../../ui/with-bundle";
import { SaveTrouble } from "../passport/save";
import { headline } from "../rights/amounts";
import { AmountFigure } from "../rights/figure";
import { type Asks, answerRule, englishIsHere, entryOf, recordedTitle, useAsks } from "./asks";
import { useDraft } from "./draft";
import { UnknownEntry } from "./unknown-entry";
import { whoGets } from "./words";

/** The server's limit. */
const LONGEST = 2000;

export function NewAsk() {
  const { entitlement } = useParams<{ entitlement: string }>();
  const asks = useAsks();
  const back = { href: `/rights/money/${entitlement}`, words: t("Back") };
  return (
    <WithBundle frame={back}>
      {(bundle) => {
        const entry = entryOf(bundle, entitlement);
        if (!entry) return <UnknownEntry />;
        return (
          <Page title={t("Ask for this")} back={back}>
            <What entry={entry} />
            {asks ? <Form entry={entry} bundle={bundle} asks={asks} /> : <SignedOut entry={entry} />}
          </Page>
        );
      }}
    </WithBundle>
  );
}

function What({ entry }: { entry: Entitlement }) {
  const head = headline(entry.amounts ?? [], today());
  return (
    <Card>
      <div class="row top-align">
        <div class="grow">
          <p class="s soft">{t("You are asking for")}</p>
          <b>{entry.title}</b>
        </div>
        {head && <AmountFigure {...head} />}
      </div>
    </Card>
  );
}

function SignedOut({ entry }: { entry: Entitlement }) {
  if (me.value) {
    return (
      <Note look="calm">
        <p>{t("Young people ask from their own phone. What they ask then comes to their PA.")}</p>
      </Note>
    );
  }
  return (
    <>
      <WaysIn
        words={t(
          "To send it from here, sign in: then your council knows who asks, and you can see what becomes of it.",
        )}
      />
      <h2>{t("Or ask with a letter")}</h2>
      <p>{t("We write it for you. You can print it, copy it or send it yourself. We keep nothing.")}</p>
      <ButtonLink href={`/asks/letter/${entry.id}`} look="quiet">
        {t("Make a letter")}
      </ButtonLink>
    </>
  );
}

interface FormProps {
  entry: Entitlement;
  bundle: Bundle;
  asks: Asks;
}

function Form({ entry, bundle, asks }: FormProps) {
  const draft = useDraft(entry.id);
  const { send, busy, trouble, errors } = useSend(entry, asks.space, draft);
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <AskedBefore entry={entry} asks={asks} />
      <ErrorSummary errors={errors} title={t("It is not sent yet")} />
      <AreaField
        id="need"
        label={t("What do you need?")}
        hint={t("A few words are enough. Please no bank numbers, passwords or card numbers.")}
        error={errors[0]?.words}
        value={draft.need}
        onInput={(need) => draft.write({ need })}
        maxLength={LONGEST}
        required
      />
      <AreaField
        id="note"
        label={t("Anything else they should know? (optional)")}
        value={draft.note}
        onInput={(note) => draft.write({ note })}
        maxLength={LONGEST}
      />
      <WhoAndWhen bundle={bundle} adviser={asks.adviser} />
      <SaveTrouble trouble={trouble} />
      <Button type="submit" busy={busy}>
        {asks.adviser ? t("Send to {name}", { name: asks.adviser }) : t("Send")}
      </Button>
    </form>
  );
}

function useSend(entry: Entitlement, space: string, draft: ReturnType<typeof useDraft>) {
  const [, go] = useLocation();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState(false);
  const [errors, setErrors] = useState<FormError[]>([]);
  const send = async () => {
    const need = draft.need.trim();
    const note = draft.note.trim();
    setErrors(need ? [] : [{ field: "need", words: t("Write what you need.") }]);
    if (!need) return;
    setBusy(true);
    await englishIsHere();
    const about = { entitlement: entry.id, title: recordedTitle(entry) };
    try {
      const id = await queueOperation(space, "request.make", { ...about, need, ...(note && { note }) });
      await draft.forget();
      go(`/asks/${id}`, { replace: true });
    } catch {
      setTrouble(true);
      setBusy(false);
    }
  };
  return { send, busy, trouble, errors };
}

function AskedBefore({ entry, asks }: Pick<FormProps, "entry" | "asks">) {
  const before = asks.requests.find((one) => one.entitlement === entry.id && isOpen(one.state));
  if (!before) return null;
  return (
    <Note>
      <p>
        {t("You asked for this on {date}. You can ask again, or see how it is going.", {
          date: formatDate(before.made_at, "short"),
        })}
      </p>
      <Link class="btn quiet small" href={`/asks/${before.id}`}>
        {t("See what I asked")}
      </Link>
    </Note>
  );
}

function WhoAndWhen({ bundle, adviser }: { bundle: Bundle; adviser: string | null }) {
  const { answer_days, bank_holidays } = answerRule(bundle);
  const due = addWorkingDays(today(), answer_days, bank_holidays);
  return (
    <dl class="facts s">
      <dt>{t("Who gets it")}</dt>
      <dd>
        {t("{name}. An answer is due by {date}.", {
          name: adviser ?? t("Your council’s duty team"),
          date: formatDate(due, "day"),
        })}
      </dd>
      <dt>{t("Who can read it")}</dt>
      <dd>
        {adviser
          ? t("You and {name}, and whoever covers for {name}. It is kept as part of your record.", {
              name: adviser,
            })
          : t("You and {name}. It is kept as part of your record.", { name: whoGets(null) })}
      </dd>
      <dt>{t("No signal?")}</dt>
      <dd>{t("Send it anyway. It is safe on this phone and goes by itself when there is a signal.")}</dd>
    </dl>
  );
}
