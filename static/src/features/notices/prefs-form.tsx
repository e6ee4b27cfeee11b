/** The settings of reminders: when, how plain, in which language, and by text or email as well. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { ApiProblem } from "../../data/api";
import { languageCodes, languageName, t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { Choices } from "../../ui/choices";
import { ErrorSummary, type FormError } from "../../ui/error-summary";
import { Field, SelectField, Switch } from "../../ui/field";
import { Note } from "../../ui/note";
import { problemWords } from "../people/problems";
import { LockedScreen } from "./locked-screen";
import {
  type Prefs,
  plansShown,
  planWords,
  stepsShown,
  stepWords,
  type Ways,
  withStep,
  writePrefs,
} from "./prefs";

interface PrefsFormProps {
  start: Prefs;
  ways: Ways;
  /** Somebody whose quiet time is outside their working hours. */
  staff: boolean;
}

export function PrefsForm({ start, ways, staff }: PrefsFormProps) {
  const [prefs, setPrefs] = useState(start);
  const [errors, setErrors] = useState<FormError[]>([]);
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState(false);
  const write = (change: Partial<Prefs>) => {
    setPrefs({ ...prefs, ...change });
    setSaved(false);
  };
  const save = () => {
    setBusy(true);
    setErrors([]);
    writePrefs(prefs)
      .then((kept) => {
        setPrefs(kept);
        setSaved(true);
      })
      .catch((error) => setErrors(errorsOf(error)))
      .finally(() => setBusy(false));
  };
  const parts = { prefs, write, errors };
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <ErrorSummary errors={errors} title={t("It is not saved yet")} />
      <Plans {...parts} />
      <Quiet {...parts} staff={staff} />
      <Wording {...parts} />
      {(ways.text || ways.email) && <OtherWays {...parts} ways={ways} />}
      {saved && (
        <Note look="go" live>
          <p>{t("Saved. It counts on all your devices.")}</p>
        </Note>
      )}
      <Button type="submit" busy={busy}>
        {t("Save")}
      </Button>
    </form>
  );
}

interface PartProps {
  prefs: Prefs;
  write: (change: Partial<Prefs>) => void;
  errors: readonly FormError[];
}

function Part({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <Card labelledBy={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </Card>
  );
}

function Plans({ prefs, write }: PartProps) {
  return (
    <Part id="plans" title={t("When to remind me")}>
      {plansShown(prefs.plans).map(([kind, plan]) => {
        const words = planWords(kind);
        return (
          words && (
            <fieldset key={kind} class="choices">
              <legend>{words}</legend>
              {stepsShown(plan).map((step) => (
                <Switch
                  key={step}
                  label={stepWords(step)}
                  checked={plan.includes(step)}
                  onChange={(on) => write({ plans: { ...prefs.plans, [kind]: withStep(plan, step, on) } })}
                />
              ))}
            </fieldset>
          )
        );
      })}
    </Part>
  );
}

function Quiet({ prefs, write, errors, staff }: PartProps & { staff: boolean }) {
  if (staff)
    return (
      <Part id="quiet" title={t("Quiet time")}>
        <p>{t("Outside your council’s working hours nothing rings. It comes when work starts again.")}</p>
      </Part>
    );
  return (
    <Part id="quiet" title={t("Quiet time")}>
      <p>{t("Nothing rings in this time. It comes when it is over.")}</p>
      <div class="pair">
        <Field
          id="quiet_from"
          type="time"
          label={t("From")}
          value={prefs.quiet_from}
          onInput={(quiet_from) => write({ quiet_from })}
          error={wordsFor(errors, "quiet_from")}
        />
        <Field
          id="quiet_to"
          type="time"
          label={t("Until")}
          value={prefs.quiet_to}
          onInput={(quiet_to) => write({ quiet_to })}
          error={wordsFor(errors, "quiet_to")}
        />
      </div>
    </Part>
  );
}

const SAME = "";

function Wording({ prefs, write }: PartProps) {
  const languages = languageCodes().map((code) => ({ value: code, words: languageName(code) }));
  return (
    <Part id="wording" title={t("What it says")}>
      <Choices
        legend={t("On a locked screen")}
        options={[
          { value: "plainest", words: t("Nothing about what it is"), below: t("“You have a reminder”") },
          {
            value: "says_kind",
            words: t("What sort of thing it is"),
            below: t("“You have a meeting coming up”"),
          },
        ]}
        value={prefs.plainness}
        onChange={(plainness) => write({ plainness })}
      />
      <LockedScreen
        says={prefs.plainness === "plainest" ? t("You have a reminder") : t("You have a meeting coming up")}
      />
      <SelectField
        id="lang"
        label={t("In which language?")}
        options={[{ value: SAME, words: t("The same as the app") }, ...languages]}
        value={prefs.lang ?? SAME}
        onInput={(lang) => write({ lang: lang || null })}
      />
    </Part>
  );
}

function OtherWays({ prefs, write, errors, ways }: PartProps & { ways: Ways }) {
  const { text, email } = prefs;
  return (
    <Part id="ways" title={t("If a notification does not reach me")}>
      <p class="s soft">{t("It never says more than “You have a reminder”, and where to open the app.")}</p>
      {ways.text && (
        <>
          <Switch
            label={t("Send me a text")}
            checked={text.on}
            onChange={(on) => write({ text: { ...text, on } })}
          />
          <Field
            id="number"
            type="tel"
            autoComplete="tel"
            label={t("My mobile number")}
            value={text.number ?? ""}
            onInput={(number) => write({ text: { ...text, number: number || null } })}
            error={wordsFor(errors, "number")}
          />
        </>
      )}
      {ways.email && (
        <>
          <Switch
            label={t("Send me an email")}
            checked={email.on}
            onChange={(on) => write({ email: { ...email, on } })}
          />
          <Field
            id="address"
            type="email"
            inputMode="email"
            autoComplete="email"
            label={t("My email address")}
            value={email.address ?? ""}
            onInput={(address) => write({ email: { ...email, address: address || null } })}
            error={wordsFor(errors, "address")}
          />
        </>
      )}
    </Part>
  );
}

const wordsFor = (errors: readonly FormError[], field: string) =>
  errors.find((one) => one.field === field)?.words;

/** Pure: what is wrong, for each field that is; in general when the problem names none. */
export function errorsOf(error: unknown): FormError[] {
  const named = error instanceof ApiProblem ? JSON.stringify(error.body?.errors ?? {}) : "{}";
  const found: FormError[] = [];
  if (named.includes('"number"'))
    found.push({ field: "number", words: t("This is not a mobile number. Write it like 07700 900123.") });
  if (named.includes('"address"'))
    found.push({
      field: "address",
      words: t("This is not an email address. Write it like jo@mail.example."),
    });
  for (const field of ["quiet_from", "quiet_to"])
    if (named.includes(`"${field}"`)) found.push({ field, words: t("Write a time, like 21:00.") });
  return found.length > 0 ? found : [{ field: null, words: problemWords(error) }];
}
