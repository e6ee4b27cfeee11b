/** An adviser makes a young person's account: a name, a birthday, the council; then a code to give to them. */
import { useState } from "preact/hooks";
import { request } from "../../data/api";
import { me } from "../../data/session";
import { syncNow } from "../../data/sync";
import { t } from "../../i18n/index";
import { Button, ButtonLink } from "../../ui/button";
import { ErrorSummary, type FormError } from "../../ui/error-summary";
import { Field, SelectField } from "../../ui/field";
import { Page } from "../../ui/page";
import { type Attempt, useAttempt, WaitLine } from "../people/attempt";
import { CodeCard } from "../people/code-card";
import { councilChoices, councilName } from "../people/council";
import type { NewCode } from "../people/invitation";
import { StaffGate } from "./gate";
import { ageOn } from "./rules";

const YOUNGEST = 13;
const OLDEST = 29;

interface Asked {
  name: string;
  birthday: string;
  home_council: string;
}

type Made = NewCode & { space: string; name: string };

export function NewYoungPerson() {
  return (
    <Page title={t("Add a young person")} back={{ href: "/people", words: t("My young people") }}>
      <StaffGate only="adviser">
        <Body />
      </StaffGate>
    </Page>
  );
}

function Body() {
  const [made, setMade] = useState<Made | null>(null);
  if (!made) return <Form onMade={setMade} />;
  return (
    <>
      <CodeCard made={made} name={made.name} />
      <ButtonLink href="/people">{t("Go to my young people")}</ButtonLink>
      <Button look="quiet" onClick={() => setMade(null)}>
        {t("Add another")}
      </Button>
    </>
  );
}

/** What is wrong with the answers, field by field. */
function troubles({ name, birthday }: Asked): FormError[] {
  const found: FormError[] = [];
  if (!name.trim()) found.push({ field: "name", words: t("Write the name they want to be called.") });
  const age = ageOn(birthday, new Date().toISOString());
  if (!/^\d{4}-\d\d-\d\d$/.test(birthday))
    found.push({ field: "birthday", words: t("Write their birthday: day, month and year.") });
  else if (age < YOUNGEST || age > OLDEST)
    found.push({
      field: "birthday",
      words: t("Look at the year again: this is for people from {from} to {to}.", {
        from: YOUNGEST,
        to: OLDEST,
      }),
    });
  return found;
}

function useForm(onMade: (made: Made) => void) {
  const own = me.value?.account.council ?? "";
  const [asked, setAsked] = useState<Asked>({ name: "", birthday: "", home_council: "" });
  const set = (field: keyof Asked) => (value: string) =>
    setAsked((before) => ({ ...before, [field]: value }));
  const making: Attempt<[]> = useAttempt(async () => {
    const name = asked.name.trim();
    const home = asked.home_council ? { home_council: asked.home_council } : {};
    const body = { name, birthday: asked.birthday, council: own, ...home };
    const made = await request<NewCode & { space: string }>("POST", "/people/young-people", body);
    onMade({ ...made, name });
    void syncNow();
  });
  const submit = (event: Event) => {
    event.preventDefault();
    const found = troubles(asked);
    if (found.length > 0) making.show(found);
    else void making.start();
  };
  return { own, asked, set, making, submit };
}

function Form({ onMade }: { onMade: (made: Made) => void }) {
  const { own, asked, set, making, submit } = useForm(onMade);
  const elsewhere = councilChoices().filter(({ value }) => value !== own);
  const wrong = (field: string) => making.errors.find((error) => error.field === field)?.words ?? null;
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <ErrorSummary errors={making.errors} title={t("Nobody was added yet")} />
      <Field
        id="name"
        label={t("First name, or the name they choose")}
        hint={t("No surname is needed. They see this name, and so do you.")}
        value={asked.name}
        onInput={set("name")}
        error={wrong("name")}
        autoComplete="off"
        maxLength={80}
      />
      <Field
        id="birthday"
        type="date"
        label={t("Birthday")}
        hint={t("Their rights change with age.")}
        value={asked.birthday}
        onInput={set("birthday")}
        error={wrong("birthday")}
        autoComplete="off"
      />
      <p>
        {t("Council that looks after them:")} <b>{councilName(own)}</b>
      </p>
      <SelectField
        id="home-council"
        label={t("Council of the place they live in")}
        hint={t("Some rights depend on it, like council tax help.")}
        value={asked.home_council}
        onInput={set("home_council")}
        options={[{ value: "", words: t("The same council") }, ...elsewhere]}
      />
      <WaitLine seconds={making.wait} />
      <Button type="submit" busy={making.busy || making.wait > 0}>
        {making.busy ? t("One moment…") : t("Add and make a code")}
      </Button>
      <p class="s soft">{t("Needs a connection. No email and no phone number is asked for.")}</p>
    </form>
  );
}
