/** An adviser's own quick replies: change them, take one out, add one. */
import { useState } from "preact/hooks";
import { useLocation, useParams } from "wouter-preact";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { ErrorSummary, type FormError } from "../../ui/error-summary";
import { AreaField } from "../../ui/field";
import { Page } from "../../ui/page";
import { StaffGate } from "./gate";
import { passportOf } from "./people";
import { NotHere } from "./person";
import { useReplies } from "./quick";
import { keepReplies, LONGEST_REPLY, MOST_REPLIES, offered } from "./quick-kept";
import { notKept } from "./save";

export function QuickRepliesScreen() {
  const { space } = useParams<{ space: string }>();
  const passport = passportOf(space);
  const replies = useReplies();
  if (!passport) return <NotHere space={space} />;
  const back = `/people/${space}/messages`;
  return (
    <Page
      title={t("Quick replies")}
      back={{ href: back, words: passport.person.name }}
      sub={<p>{t("For all your young people. They are kept on this device only.")}</p>}
    >
      <StaffGate only="adviser">
        {/* Read from the device a moment later than the screen: then it starts anew with them. */}
        <Form key={replies.join("\n")} replies={replies} back={back} />
      </StaffGate>
    </Page>
  );
}

function Form({ replies, back }: { replies: string[]; back: string }) {
  const [typed, setTyped] = useState<string[]>([...replies, ...(replies.length < MOST_REPLIES ? [""] : [])]);
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const [, go] = useLocation();
  const keep = async (next: string[]) => {
    try {
      await keepReplies(next);
      go(back, { replace: true });
    } catch {
      setErrors([notKept()]);
    }
  };
  return (
    <form
      class="quick-edit"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void keep(typed);
      }}
    >
      <Card>
        <ErrorSummary errors={errors} title={t("They are not saved yet")} />
        {typed.map((reply, at) => (
          <AreaField
            // A field is its place: replies may be alike while they are typed.
            key={at}
            id={`reply-${at}`}
            label={t("Reply {n}", { n: at + 1 })}
            hint={at === 0 ? t("Leave one empty to take it out.") : undefined}
            value={reply}
            maxLength={LONGEST_REPLY}
            onInput={(words) => setTyped(typed.map((one, place) => (place === at ? words : one)))}
          />
        ))}
        {typed.length < MOST_REPLIES && typed.at(-1) !== "" && (
          <Button look="quiet" small onClick={() => setTyped([...typed, ""])}>
            {t("Add one more")}
          </Button>
        )}
        <Button type="submit">{t("Save")}</Button>
        {replies.join() !== offered().join() && (
          <Button look="text" onClick={() => void keep([])}>
            {t("Go back to the ones offered")}
          </Button>
        )}
      </Card>
    </form>
  );
}
