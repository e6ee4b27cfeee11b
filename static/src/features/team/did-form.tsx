/** The form of one "You said, we did", new or to be changed. */
import { useId, useState } from "preact/hooks";
import type { Bundle, PledgeDid } from "../../data/types";
import { londonDay } from "../../data/working-days";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { ErrorSummary, type FormError } from "../../ui/error-summary";
import { AreaField, Field, SelectField } from "../../ui/field";
import { useAttempt, WaitLine } from "../people/attempt";
import { areasOf, findPromise } from "../pledge/promises";

/** The server's limit. */
const LONGEST = 1000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const NONE = "";

type Body = Omit<PledgeDid, "id">;

interface DidFormProps {
  bundle: Bundle;
  did: PledgeDid | null;
  onSave: (body: Body) => Promise<void>;
  onCancel?: () => void;
}

const londonToday = () => londonDay(new Date().toISOString());

export function DidForm({ bundle, did, onSave, onCancel }: DidFormProps) {
  const id = useId();
  const [typed, setTyped] = useState<Body>(() => start(bundle, did));
  const saving = useAttempt(async () => {
    const { promise, you_said, we_did, on } = typed;
    await onSave({ promise, you_said: you_said.trim(), we_did: we_did.trim(), on });
  });
  const field = (name: keyof Body) => `${id}-${name}`;
  const wrong = (name: keyof Body) => saving.errors.find((error) => error.field === field(name))?.words;
  const submit = (event: Event) => {
    event.preventDefault();
    const found = errorsOf(typed, field);
    saving.show(found);
    if (found.length === 0) void saving.start();
  };
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <ErrorSummary errors={saving.errors} title={t("It is not saved yet")} />
      <SelectField
        id={field("promise")}
        label={t("About which promise?")}
        value={typed.promise ?? NONE}
        onInput={(promise) => setTyped({ ...typed, promise: promise || null })}
        options={promises(bundle)}
      />
      <AreaField
        id={field("you_said")}
        label={t("You said")}
        hint={t("What young people told you.")}
        value={typed.you_said}
        error={wrong("you_said")}
        onInput={(you_said) => setTyped({ ...typed, you_said })}
        maxLength={LONGEST}
      />
      <AreaField
        id={field("we_did")}
        label={t("We did")}
        hint={t("What you changed, or why you could not.")}
        value={typed.we_did}
        error={wrong("we_did")}
        onInput={(we_did) => setTyped({ ...typed, we_did })}
        maxLength={LONGEST}
      />
      <Field
        id={field("on")}
        type="date"
        label={t("On which day?")}
        value={typed.on}
        error={wrong("on")}
        onInput={(on) => setTyped({ ...typed, on })}
      />
      <WaitLine seconds={saving.wait} />
      <div class="row wraps">
        <Button type="submit" small busy={saving.busy || saving.wait > 0}>
          {did ? t("Save the change") : t("Share with everyone")}
        </Button>
        {onCancel && (
          <Button look="text" onClick={onCancel}>
            {t("Leave it as it is")}
          </Button>
        )}
      </div>
    </form>
  );
}

function errorsOf({ you_said, we_did, on }: Body, field: (name: keyof Body) => string): FormError[] {
  const errors: FormError[] = [];
  if (!you_said.trim()) errors.push({ field: field("you_said"), words: t("Write what young people said.") });
  if (!we_did.trim()) errors.push({ field: field("we_did"), words: t("Write what you did.") });
  if (!DAY.test(on) || on > londonToday())
    errors.push({ field: field("on"), words: t("Choose the day, today or before.") });
  return errors;
}

function promises(bundle: Bundle): { value: string; words: string }[] {
  const all = areasOf(bundle).flatMap((area) => area.promises);
  return [
    { value: NONE, words: t("None, or more than one") },
    ...all.map(({ id, text }) => ({ value: id, words: text })),
  ];
}

/** What the form begins with. A promise that the pledge has lost since can no longer be named. */
function start(bundle: Bundle, did: PledgeDid | null): Body {
  if (!did) return { promise: null, you_said: "", we_did: "", on: londonToday() };
  const { promise, you_said, we_did, on } = did;
  return { promise: promise && findPromise(bundle, promise) ? promise : null, you_said, we_did, on };
}
