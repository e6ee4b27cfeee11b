/** The cards on Home: the next date, what is later than is allowed, and new reminders. Nothing when there is none. */
import { standingOfReminder } from "../../data/dates-reminders";
import { isToCome } from "../../data/dates-view";
import { t } from "../../i18n/index";
import { LinkCard } from "../../ui/card";
import { Tag } from "../../ui/tag";
import { type Dates, reviewKinds, useDates } from "./dates";
import { LateNote } from "./late";
import { londonNow, today } from "./london";
import { NextDate } from "./next-date";
import { fromWords } from "./reminder-words";
import { standings } from "./standing";

export function DatesHomeCard() {
  const dates = useDates();
  if (!dates) return null;
  const day = today();
  const next = dates.all.find((one) => isToCome(one, day));
  const late = standings(reviewKinds(), dates, day).filter((one) => one.late && !one.next);
  return (
    <>
      {next && <NextDate date={next} dates={dates} />}
      {late.map((one) => (
        <LateNote key={one.review.id} standing={one} dates={dates} />
      ))}
      <NewReminders dates={dates} />
    </>
  );
}

/** What the adviser reminded of, and was not looked at yet. */
function NewReminders({ dates }: { dates: Dates }) {
  const now = londonNow();
  const unseen = dates.reminders.filter((one) => {
    const { came, seenAt } = standingOfReminder(one, now);
    return one.state === "on" && came !== null && seenAt === null;
  });
  return (
    <>
      {unseen.map((one) => (
        <LinkCard key={one.id} href={`/reminders/${one.id}`}>
          <div class="row leafed">
            <div class="grow">
              <p class="s soft">{fromWords(one)}</p>
              <b class="own-words">{one.text}</b>
            </div>
            <Tag look="calm">{t("New")}</Tag>
          </div>
        </LinkCard>
      ))}
    </>
  );
}

/** Whether Home shows a date at its top. */
export function useNextDate(): boolean {
  const day = today();
  return useDates()?.all.some((one) => isToCome(one, day)) ?? false;
}
