/** A sign-off that stands, and taking it back, which always needs a reason that the young person can read. */
import { useState } from "preact/hooks";
import type { ShownSignOff } from "../../data/views";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Card, LinkCard } from "../../ui/card";
import { ErrorSummary } from "../../ui/error-summary";
import { AreaField } from "../../ui/field";
import { Note } from "../../ui/note";
import { useSave } from "./save";
import { signedWords } from "./sign-off-words";

interface SignedProps {
  space: string;
  signOff: ShownSignOff;
  /** The young person marked a lower level since. */
  lowered: boolean;
  /** The next skill of this person that waits for a sign-off. */
  next: { id: string; words: string } | null;
}

export function Signed({ space, signOff, lowered, next }: SignedProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Note look="go" live>
        <p class="strong">{signedWords(signOff)}</p>
        {lowered && <p>{t("They marked a lower level since then. The sign-off stays, with its date.")}</p>}
      </Note>
      {next && (
        <LinkCard href={`/people/${space}/skill/${next.id}`}>
          <span class="s soft">{t("Next to sign off")}</span>
          <b>{next.words}</b>
        </LinkCard>
      )}
      {open ? (
        <TakeBack space={space} signOff={signOff} onClose={() => setOpen(false)} />
      ) : (
        <Button look="text" onClick={() => setOpen(true)}>
          {t("Take this sign-off back")}
        </Button>
      )}
    </>
  );
}

function TakeBack({
  space,
  signOff,
  onClose,
}: {
  space: string;
  signOff: ShownSignOff;
  onClose: () => void;
}) {
  const [reason, setReason] = useState("");
  const { save, errors, show } = useSave(space);
  const submit = (event: Event) => {
    event.preventDefault();
    if (!reason.trim()) show([{ field: "reason", words: t("Write why. The young person will read it.") }]);
    else void save("passport.sign_off_withdraw", { sign_off: signOff.id, reason: reason.trim() });
  };
  return (
    <form noValidate onSubmit={submit}>
      <Card>
        <ErrorSummary errors={errors} title={t("It is not taken back yet")} />
        <AreaField
          id="reason"
          label={t("Why do you take it back?")}
          hint={t(
            "Short and kind: the young person reads it. The sign-off and your reason both stay in the history.",
          )}
          value={reason}
          onInput={setReason}
          maxLength={500}
        />
        <Button type="submit" look="danger">
          {t("Take it back")}
        </Button>
        <Button look="text" onClick={onClose}>
          {t("Leave it as it is")}
        </Button>
      </Card>
    </form>
  );
}
