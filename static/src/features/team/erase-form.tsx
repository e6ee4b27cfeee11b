/** Erasing a record for good: why, and the name typed once more, so that no slip of the finger can do it. */
import { useId, useState } from "preact/hooks";
import { request } from "../../data/api";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { ErrorSummary, type FormError } from "../../ui/error-summary";
import { Field, SelectField } from "../../ui/field";
import { namedField } from "../cover/form-errors";
import { useAttempt, WaitLine } from "../people/attempt";

interface EraseFormProps {
  /** Whose record it is. */
  ended: { space: string; name: string };
  onDone: (words: string) => Promise<void>;
}

export function EraseForm({ ended, onDone }: EraseFormProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState({ name: "", why: "" });
  const field = (name: string) => `${id}-${name}`;
  const erasing = useAttempt(
    async () => {
      await request<void>("POST", `/council/spaces/${ended.space}/erase`, typed);
      await onDone(t("The record is erased."));
    },
    (error) => namedField(error, ["name", "why"], field),
  );
  const submit = (event: Event) => {
    event.preventDefault();
    const found = troubles(typed, ended.name, field);
    erasing.show(found);
    if (found.length === 0) void erasing.start();
  };
  const wrong = (name: string) => erasing.errors.find((error) => error.field === field(name))?.words;
  if (!open)
    return (
      <div class="row">
        <Button look="danger" small onClick={() => setOpen(true)}>
          {t("Erase for good")}
        </Button>
      </div>
    );
  return (
    <form class="note stop" noValidate onSubmit={submit}>
      <p class="strong">{t("Erasing cannot be undone")}</p>
      <p>
        {t(
          "Messages, files, dates, the passport and everything else of {name} are gone, also from restored backups. Only the day, your name and the reason below stay written down.",
          { name: ended.name },
        )}
      </p>
      <ErrorSummary errors={erasing.errors} title={t("Nothing was erased")} />
      <SelectField
        id={field("why")}
        label={t("Why?")}
        value={typed.why}
        onInput={(why) => setTyped({ ...typed, why })}
        error={wrong("why")}
        options={[
          { value: "", words: t("Choose") },
          { value: "asked", words: t("They asked for it") },
          { value: "mistake", words: t("It was made by mistake") },
          { value: "law", words: t("The law says so") },
        ]}
      />
      <Field
        id={field("name")}
        label={t("Type {name} to say that it is this one", { name: ended.name })}
        value={typed.name}
        onInput={(name) => setTyped({ ...typed, name })}
        error={wrong("name")}
        maxLength={80}
        autoComplete="off"
        spellCheck={false}
      />
      <WaitLine seconds={erasing.wait} />
      <div class="row wraps">
        <Button type="submit" look="danger" small busy={erasing.busy || erasing.wait > 0}>
          {erasing.busy ? t("One moment…") : t("Erase for good")}
        </Button>
        <Button look="text" onClick={() => setOpen(false)}>
          {t("Leave it as it is")}
        </Button>
      </div>
    </form>
  );
}

/** As the server compares: capitals and spaces do not matter. */
const plain = (name: string) => name.toLowerCase().split(/\s+/).filter(Boolean).join(" ");

function troubles(
  typed: { name: string; why: string },
  name: string,
  field: (name: string) => string,
): FormError[] {
  const found: FormError[] = [];
  if (!typed.why) found.push({ field: field("why"), words: t("Choose why.") });
  if (plain(typed.name) !== plain(name))
    found.push({ field: field("name"), words: t("Type the name just as it is shown.") });
  return found;
}
