/** Inviting an adviser: a name and a work email; the manager gets the code and gives it to them. */
import { useState } from "preact/hooks";
import { request } from "../../data/api";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { ErrorSummary, type FormError } from "../../ui/error-summary";
import { Field } from "../../ui/field";
import { useAttempt, WaitLine } from "../people/attempt";
import { CodeCard } from "../people/code-card";
import type { NewCode } from "../people/invitation";
import { isProblem } from "../people/problems";

const EMAIL = /^\S+@\S+\.\S+$/;

export function InviteAdviser({ onDone }: { onDone: () => Promise<void> }) {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [made, setMade] = useState<(NewCode & { name: string }) | null>(null);
  const inviting = useAttempt(
    async () => {
      const asked = { name: name.trim(), email: email.trim() };
      const code = await request<NewCode>("POST", "/people/advisers", asked);
      setMade({ ...code, name: asked.name });
      setName("");
      setEmail("");
      await onDone();
    },
    (error) =>
      isProblem(error, "conflict")
        ? {
            field: "adviser-email",
            words: t(
              "Somebody uses this email already, here or in another council. Look in your list first.",
            ),
          }
        : null,
  );
  const submit = (event: Event) => {
    event.preventDefault();
    const found: FormError[] = [];
    if (!name.trim()) found.push({ field: "adviser-name", words: t("Write their name.") });
    if (!EMAIL.test(email.trim()))
      found.push({ field: "adviser-email", words: t("Write their work email, like sam@council.example.") });
    inviting.show(found);
    if (found.length === 0) void inviting.start();
  };
  const wrong = (field: string) => inviting.errors.find((error) => error.field === field)?.words ?? null;
  return (
    <>
      {made && <CodeCard made={made} name={made.name} />}
      <form noValidate onSubmit={submit}>
        <Card labelledBy="invite">
          <h2 id="invite">{t("Invite an adviser")}</h2>
          <ErrorSummary errors={inviting.errors} title={t("Nobody was invited yet")} />
          <Field
            id="adviser-name"
            label={t("Name")}
            hint={t("Young people see it.")}
            value={name}
            onInput={setName}
            error={wrong("adviser-name")}
            maxLength={80}
            autoComplete="off"
          />
          <Field
            id="adviser-email"
            type="email"
            label={t("Work email")}
            hint={t("They sign in with it. We send nothing to it: you give them the code.")}
            value={email}
            onInput={setEmail}
            error={wrong("adviser-email")}
            maxLength={254}
            autoComplete="off"
          />
          <WaitLine seconds={inviting.wait} />
          <Button type="submit" busy={inviting.busy || inviting.wait > 0}>
            {inviting.busy ? t("One moment…") : t("Make a code for them")}
          </Button>
        </Card>
      </form>
    </>
  );
}
