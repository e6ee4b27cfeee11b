/** Versions of the results for the corporate parenting board: made once for a day, and never changed afterwards. */
import { useState } from "preact/hooks";
import { request } from "../../data/api";
import { resultsAddress } from "../../data/pledge-results";
import type { PledgeResults } from "../../data/types";
import { addDays, londonDay } from "../../data/working-days";
import { formatDate, t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { Empty } from "../../ui/empty";
import { ErrorSummary } from "../../ui/error-summary";
import { Field } from "../../ui/field";
import { useAttempt, WaitLine } from "../people/attempt";
import { isProblem } from "../people/problems";

/** The server's limit: a day further away than a season is a slip of the finger. */
const AHEAD_DAYS = 92;
const FIELD = "board-day";

interface BoardsProps {
  results: PledgeResults;
  onChange: () => Promise<void>;
}

export function Boards({ results: { council, boards }, onChange }: BoardsProps) {
  const address = resultsAddress(council);
  return (
    <div class="staff-two">
      <div class="stack">
        <h2>{t("Versions for the board")}</h2>
        {boards.length === 0 && <Empty title={t("No version was made yet")} />}
        {boards.length > 0 && (
          <Card>
            <ul class="lines">
              {boards.map((day) => (
                <BoardLine key={day} council={council} day={day} />
              ))}
            </ul>
          </Card>
        )}
        <h2>{t("The results as they are now")}</h2>
        <p class="row wraps">
          <a href={`${address}.csv`} download>
            {t("Table (CSV)")}
          </a>
          <a href={address} download={`pledge-${council}.json`}>
            {t("Everything (JSON)")}
          </a>
        </p>
      </div>
      <NewBoard onChange={onChange} />
    </div>
  );
}

function BoardLine({ council, day }: { council: string; day: string }) {
  const date = formatDate(day, "long");
  return (
    <li class="row wraps">
      <b class="grow">{date}</b>
      <a
        href={`/api/v1/councils/${council}/pledge/boards/${day}.csv`}
        download={`pledge-${council}-${day}.csv`}
      >
        {t("Table (CSV)")}
      </a>
      <a
        href={`/api/v1/councils/${council}/pledge/boards/${day}`}
        download={`pledge-${council}-${day}.json`}
        aria-label={t("Everything for {date} (JSON)", { date })}
      >
        {t("Everything (JSON)")}
      </a>
    </li>
  );
}

function NewBoard({ onChange }: { onChange: () => Promise<void> }) {
  const [day, setDay] = useState("");
  const [made, setMade] = useState<string | null>(null);
  const making = useAttempt(
    async () => {
      await request("POST", "/council/pledge/boards", { on: day });
      setMade(day);
      setDay("");
      await onChange();
    },
    (error) =>
      isProblem(error, "conflict")
        ? { field: FIELD, words: t("There is a version for this day already. It stays as it is.") }
        : null,
  );
  const submit = (event: Event) => {
    event.preventDefault();
    const today = londonDay(new Date().toISOString());
    const fits = day >= today && day <= addDays(today, AHEAD_DAYS);
    making.show(fits ? [] : [{ field: FIELD, words: t("Choose a day from today to three months ahead.") }]);
    if (fits) void making.start();
  };
  return (
    <form noValidate onSubmit={submit}>
      <Card labelledBy="new-board">
        <h2 id="new-board">{t("Make a version")}</h2>
        <p class="s soft">{t("It keeps the results as they are now. It can never be changed or removed.")}</p>
        <ErrorSummary errors={making.errors} title={t("No version was made")} />
        <Field
          id={FIELD}
          type="date"
          label={t("Day of the board")}
          value={day}
          onInput={setDay}
          error={making.errors.find((error) => error.field === FIELD)?.words}
        />
        <WaitLine seconds={making.wait} />
        <Button type="submit" busy={making.busy || making.wait > 0}>
          {t("Make the version")}
        </Button>
        <div role="status">
          {made && <p class="strong">{t("Made for {date}.", { date: formatDate(made, "long") })}</p>}
        </div>
      </Card>
    </form>
  );
}
