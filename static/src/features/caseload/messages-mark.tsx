/** Making a request or a date of a message: one of those that are there, or a new date. Works offline. */
import { useEffect, useState } from "preact/hooks";
import { useLocation, useParams } from "wouter-preact";
import { isToCome } from "../../data/dates-view";
import { accountDb } from "../../data/db";
import { readDevice } from "../../data/device";
import { safeWords } from "../../data/messages-view";
import type { MessageRow } from "../../data/types";
import { formatDate, t } from "../../i18n/index";
import { Button, ButtonLink } from "../../ui/button";
import { Card } from "../../ui/card";
import { today } from "../../ui/dated";
import { Empty, Loading } from "../../ui/empty";
import { ErrorSummary } from "../../ui/error-summary";
import { SelectField } from "../../ui/field";
import { Page } from "../../ui/page";
import { readDates } from "../dates/dates";
import { titleOf, whenWords } from "../dates/words";
import { StaffGate } from "./gate";
import { type Passport, passportOf } from "./people";
import { NotHere } from "./person";
import { useSave } from "./save";

export function MarkMessage() {
  const { space, id } = useParams<{ space: string; id: string }>();
  const passport = passportOf(space);
  const message = useMessage(space, id);
  if (!passport) return <NotHere space={space} />;
  const back = `/people/${space}/messages`;
  return (
    <Page
      title={t("Mark as a request or a date")}
      back={{ href: back, words: passport.person.name }}
      sub={
        <p>
          {t("Then it no longer waits on your list. {name} sees the mark too.", {
            name: passport.person.name,
          })}
        </p>
      }
    >
      <StaffGate only="adviser">
        {message === undefined && <Loading />}
        {message === null && <Empty title={t("This message is not here. It may have been taken back.")} />}
        {message && (
          <>
            <TheirWords message={message} />
            <Form passport={passport} message={message} back={back} />
          </>
        )}
      </StaffGate>
    </Page>
  );
}

/** What they wrote, so that nobody has to keep it in mind. */
export function TheirWords({ message }: { message: MessageRow }) {
  return (
    <Card>
      <p class="own-words" dir="auto">
        {safeWords(message.body ?? "") || t("A picture or a file")}
      </p>
      <p class="meta">{formatDate(message.written_at, "long")}</p>
    </Card>
  );
}

/** One message from this device; undefined while it is looked for, null when it is not there or was taken back. */
export function useMessage(space: string, id: string | null): MessageRow | null | undefined {
  const [found, setFound] = useState<MessageRow | null | undefined>(id === null ? null : undefined);
  useEffect(() => {
    if (id === null) return;
    readMessage(space, id).then(setFound, () => setFound(null));
  }, [space, id]);
  return found;
}

async function readMessage(space: string, id: string): Promise<MessageRow | null> {
  const { account } = await readDevice();
  if (account === null) return null;
  const row = (await (await accountDb(account)).get("rows", [space, "messages", id])) as
    | MessageRow
    | undefined;
  return row && row.withdrawn_at === null ? row : null;
}

interface FormProps {
  passport: Passport;
  message: MessageRow;
  back: string;
}

function Form({ passport: { person, requests }, message, back }: FormProps) {
  const [, go] = useLocation();
  const [chosen, setChosen] = useState("");
  const { save, errors, show } = useSave(person.space);
  const options = choices(person.space, requests);
  const submit = async (event: Event) => {
    event.preventDefault();
    const [as, id] = chosen.split(" ");
    if (!id) show([{ field: "about", words: t("Choose what it is about.") }]);
    else if (await save("message.mark", { message: message.id, as, id })) go(back, { replace: true });
  };
  return (
    <>
      <ButtonLink href={`/people/${person.space}/dates/new?message=${message.id}`}>
        {t("Plan a date")}
      </ButtonLink>
      {options.length === 0 && (
        <p class="s soft">
          {t("Only {name} can send a request. Once they have, you can mark this message.", {
            name: person.name,
          })}
        </p>
      )}
      {options.length > 0 && (
        <form noValidate onSubmit={(event) => void submit(event)}>
          <Card>
            <ErrorSummary errors={errors} title={t("It is not marked yet")} />
            <SelectField
              id="about"
              label={t("Or is it about one of these?")}
              value={chosen}
              onInput={setChosen}
              error={errors.find(({ field }) => field === "about")?.words}
              options={[{ value: "", words: t("Choose") }, ...options]}
            />
            <Button type="submit" look="quiet">
              {t("Mark it")}
            </Button>
          </Card>
        </form>
      )}
    </>
  );
}

/** Their requests, the newest first, and their dates to come. */
function choices(space: string, requests: Passport["requests"]): { value: string; words: string }[] {
  const coming = readDates(space).all.filter((date) => isToCome(date, today()));
  return [
    ...requests.map(({ id, title, made_at }) => ({
      value: `request ${id}`,
      words: t("Request: {title}, {date}", { title, date: formatDate(made_at, "short") }),
    })),
    ...coming.map((date) => ({
      value: `date ${date.id}`,
      words: t("Date: {title}, {date}", { title: titleOf(date), date: whenWords(date) }),
    })),
  ];
}
