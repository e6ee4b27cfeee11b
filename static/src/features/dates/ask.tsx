/** Asking for a review or a visit sooner than it is planned, or when none is. */
import { useState } from "preact/hooks";
import { useLocation, useParams } from "wouter-preact";
import { bundle } from "../../data/content";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { AreaField } from "../../ui/field";
import { Note } from "../../ui/note";
import { Page } from "../../ui/page";
import { WithBundle } from "../../ui/with-bundle";
import { useMine } from "../check/mine";
import { SaveTrouble } from "../passport/save";
import { type Dates, reviewKinds, useDates } from "./dates";
import { mayBeFor } from "./fits";
import { NoOne } from "./list";
import { today } from "./london";
import { useSend } from "./send";
import { isCouncilHome } from "./where-i-live";
import { basisWords, canBeAsked } from "./words";

/** The server's limit. */
const LONGEST = 2000;

export function AskSooner() {
  const dates = useDates();
  return (
    <Page title={t("Ask for a review sooner")} back={{ href: "/dates", words: t("Dates") }}>
      {dates ? <WithBundle>{() => <Form dates={dates} />}</WithBundle> : <NoOne />}
    </Page>
  );
}

function Form({ dates }: { dates: Dates }) {
  const { kind: wanted } = useParams<{ kind?: string }>();
  const [, go] = useLocation();
  const facts = useMine(bundle.value)?.input.circumstances ?? {};
  // A status may be wrong, so it keeps nobody from asking: who asks wrongly is told so by a person.
  const about = { ...dates, statuses: null };
  const kinds = reviewKinds().filter((one) => canBeAsked(one) && mayBeFor(one, about, today(), facts));
  const [kind, setKind] = useState(wanted);
  const [words, setWords] = useState("");
  const { send, busy, trouble } = useSend();
  const chosen = reviewKinds().find(({ id }) => id === kind) ?? kinds[0];
  if (!chosen) return <p>{t("Your council’s pack names no reviews. Ask your PA.")}</p>;
  const options = kinds.some(({ id }) => id === chosen.id) ? kinds : [chosen, ...kinds];
  const submit = async () => {
    const id = await send("date.ask", { kind: chosen.id, words: words.trim() });
    if (id) go(`/dates/${id}`, { replace: true });
  };
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <fieldset class="choices">
        <legend>{t("What would you like?")}</legend>
        <div class="choices-row tall">
          {options.map(({ id, title }) => (
            <label class="choice" key={id}>
              <input type="radio" name="kind" checked={id === chosen.id} onChange={() => setKind(id)} />
              {title}
            </label>
          ))}
        </div>
      </fieldset>
      <Note look="calm" live>
        {chosen.limit && <p>{chosen.limit.text}</p>}
        <p>{basisWords(chosen, isCouncilHome(facts.living))}</p>
        {chosen.note && <p>{chosen.note}</p>}
      </Note>
      <AreaField
        id="words"
        label={t("Why would you like it? (optional)")}
        hint={t("A few words are enough. You do not have to say why.")}
        value={words}
        onInput={setWords}
        maxLength={LONGEST}
      />
      <p class="meta">
        <b>{t("Who can see this")}</b>{" "}
        {t("You and {name}. It is kept as part of your record.", {
          name: dates.adviser ?? t("your council’s duty team"),
        })}
      </p>
      <SaveTrouble trouble={trouble} />
      <Button type="submit" busy={busy}>
        {dates.adviser ? t("Ask {name}", { name: dates.adviser }) : t("Ask")}
      </Button>
    </form>
  );
}
