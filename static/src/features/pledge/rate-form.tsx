/** Saying how one promise is kept in the season that runs. It is kept on this phone first, and works without a signal. */
import { useState } from "preact/hooks";
import { queueOperation } from "../../data/operations";
import { PLEDGE_ANSWERS, type PledgeAnswer } from "../../data/pledge-types";
import type { ShownRating } from "../../data/ratings-view";
import { lastDayOf, seasonNow } from "../../data/season";
import { formatDate, t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { Choices } from "../../ui/choices";
import { ErrorSummary, type FormError } from "../../ui/error-summary";
import { AreaField } from "../../ui/field";
import { useKeptDraft } from "../../ui/kept-draft";
import { Note } from "../../ui/note";
import { Tag, Tags } from "../../ui/tag";
import { SaveTrouble } from "../passport/save";
import { answerWords, seasonWords } from "./words";

/** The server's limit. */
const LONGEST = 500;

interface Said {
  answer: PledgeAnswer | "";
  words: string;
}

interface RateFormProps {
  space: string;
  promise: string;
  season: string;
  rating: ShownRating | null;
}

export function RateForm({ space, promise, season, rating }: RateFormProps) {
  const kept: Said = { answer: rating?.answer ?? "", words: rating?.words ?? "" };
  const { draft, write, forget } = useKeptDraft<Said>(`rate-draft/${season}/${promise}`);
  const said = draft ?? kept;
  const changed = said.answer !== kept.answer || said.words !== kept.words;
  const saving = useSaving(space);
  const save = async () => {
    if (await saving.start(promise, season, said)) await forget();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Card>
        <div class="stack">
          <p class="s soft">{seasonWords(season)}</p>
          <ErrorSummary errors={saving.errors} title={t("It is not saved yet")} />
          <Choices
            legend={t("How is this going for you?")}
            options={PLEDGE_ANSWERS.map((value) => ({ value, words: answerWords(value) }))}
            value={said.answer || null}
            onChange={(answer) => write({ ...said, answer })}
          />
          <AreaField
            id="words"
            label={t("A few words (optional)")}
            hint={t(
              "Please leave out names, phone numbers and addresses. Nobody answers here: if you are not safe, tap “Get help”.",
            )}
            value={said.words}
            onInput={(words) => write({ ...said, words })}
            maxLength={LONGEST}
          />
          <SaveTrouble trouble={saving.trouble} />
          {saving.over && <SeasonOver />}
          <Button type="submit" busy={saving.busy || (rating !== null && !changed)}>
            {rating ? t("Save the change") : t("Save")}
          </Button>
          <State rating={rating} changed={changed} season={season} />
        </div>
      </Card>
    </form>
  );
}

function useSaving(space: string) {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState(false);
  const [over, setOver] = useState(false);
  const [errors, setErrors] = useState<FormError[]>([]);
  const start = async (promise: string, season: string, { answer, words }: Said): Promise<boolean> => {
    setErrors(answer ? [] : [{ field: null, words: t("Choose one of the four answers.") }]);
    if (!answer) return false;
    setBusy(true);
    try {
      const late = (await seasonNow()) !== season;
      setOver(late);
      const text = words.trim();
      if (!late)
        await queueOperation(space, "pledge.rate", { promise, season, answer, ...(text && { words: text }) });
      setTrouble(false);
      return !late;
    } catch {
      setTrouble(true);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, trouble, over, errors, start };
}

/** The screen stood open while the season ended; it shows the new one in a moment. */
function SeasonOver() {
  return (
    <Note live>
      <p>{t("That season has just ended. You can say how it is now for the new one.")}</p>
    </Note>
  );
}

function State({
  rating,
  changed,
  season,
}: {
  rating: ShownRating | null;
  changed: boolean;
  season: string;
}) {
  return (
    <div role="status">
      {rating && (
        <div class="stack tight">
          <Tags>
            {changed ? (
              <Tag look="wait">{t("Not saved yet")}</Tag>
            ) : (
              <Tag look="go">{t("Saved: {answer}", { answer: answerWords(rating.answer) })}</Tag>
            )}
            {rating.waiting && <Tag look="wait">{t("Waiting for signal")}</Tag>}
          </Tags>
          <p class="s soft">
            {t("You can change this until {date}.", { date: formatDate(lastDayOf(season), "long") })}
          </p>
        </div>
      )}
    </div>
  );
}
