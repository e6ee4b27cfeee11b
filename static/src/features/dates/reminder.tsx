/** One reminder: what the adviser wrote, when it comes, and a button that says "I saw it". A notification opens this. */
import { useParams } from "wouter-preact";
import { type ReminderStanding, standingOfReminder } from "../../data/dates-reminders";
import type { ShownReminder } from "../../data/reminders-view";
import { me } from "../../data/session";
import { formatDate, t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { Empty, Loading } from "../../ui/empty";
import { Note } from "../../ui/note";
import { Page } from "../../ui/page";
import { Tag, Tags } from "../../ui/tag";
import { SaveTrouble } from "../passport/save";
import { Leaf } from "./date-card";
import { useDates } from "./dates";
import { Elsewhere } from "./elsewhere";
import { NoOne } from "./list";
import { londonNow, londonWall } from "./london";
import { RefusedNotes } from "./refused";
import { fromWords, repeatWords } from "./reminder-words";
import { useSend } from "./send";
import { useLooked } from "./with-date";
import { dayWords, timeWords, untilWords, whenWords } from "./words";

export function ReminderScreen() {
  const { id } = useParams<{ id: string }>();
  const looked = useLooked();
  const reminder = useDates()?.reminders.find((one) => one.id === id);
  const back = { href: "/dates", words: t("Dates") };
  if (reminder) {
    return (
      <Page title={fromWords(reminder)} docTitle={t("A reminder")} back={back}>
        <RefusedNotes about={id} />
        <One reminder={reminder} />
      </Page>
    );
  }
  return looked ? (
    <Page title={t("This reminder is not here")} back={back}>
      {me.value ? <Gone /> : <NoOne />}
    </Page>
  ) : (
    <Page title={t("One moment")} back={back}>
      <Loading />
    </Page>
  );
}

function Gone() {
  return (
    <Empty title={t("It may be an old link, or it is not on this phone yet.")}>
      <p>{t("You did nothing wrong, and nothing is lost. When there is a signal, open it again.")}</p>
    </Empty>
  );
}

function One({ reminder }: { reminder: ShownReminder }) {
  const standing = standingOfReminder(reminder, londonNow());
  const { came, next } = standing;
  const on = came ?? next ?? reminder.day;
  const repeats = repeatWords(reminder);
  const off = reminder.state === "cancelled";
  return (
    <>
      <Elsewhere />
      <Card>
        <p class="strong own-words">{reminder.text}</p>
        <div class="row leafed">
          <Leaf day={on} />
          <div class="grow">
            <p>{whenWords({ day: on, time: reminder.time })}</p>
            {repeats && <p class="s soft">{repeats}</p>}
            <Tags>
              {off ? (
                <Tag>{t("Called off")}</Tag>
              ) : (
                !came && <Tag look="go">{untilWords({ day: on, time: reminder.time })}</Tag>
              )}
              {reminder.waiting && <Tag look="wait">{t("Waiting for signal")}</Tag>}
            </Tags>
          </div>
        </div>
      </Card>
      {off ? <Off reminder={reminder} /> : <Answer reminder={reminder} standing={standing} />}
      <Before reminder={reminder} />
    </>
  );
}

function Off({ reminder: { by } }: { reminder: ShownReminder }) {
  return (
    <Note look="calm">
      <p>
        {by
          ? t("{name} called this reminder off. There is nothing for you to do.", { name: by })
          : t("This reminder was called off. There is nothing for you to do.")}
      </p>
    </Note>
  );
}

function Answer({ reminder, standing }: { reminder: ShownReminder; standing: ReminderStanding }) {
  const { send, trouble } = useSend({ quiet: true });
  const { came, seenAt, next } = standing;
  if (!came) return <p class="soft">{t("It has not come yet. You need not do anything now.")}</p>;
  return (
    <>
      <div role="status">
        {seenAt && (
          <Note look="go">
            <p class="strong">{t("You saw this")}</p>
            <p class="s">{seenWords(reminder, seenAt)}</p>
          </Note>
        )}
      </div>
      {!seenAt && (
        <>
          <Button onClick={() => void send("reminder.seen", { reminder: reminder.id, on: came })}>
            {t("OK, got it")}
          </Button>
          <p class="meta">{tellsWords(reminder)}</p>
        </>
      )}
      <SaveTrouble trouble={trouble} />
      {next && (
        <p class="soft">
          {t("It comes again: {when}", { when: whenWords({ day: next, time: reminder.time }) })}
        </p>
      )}
    </>
  );
}

function tellsWords({ by }: ShownReminder): string {
  return by
    ? t("{name} can see that you saw it, and no text follows. It does not mean that you have done it.", {
        name: by,
      })
    : t("Your PA can see that you saw it, and no text follows. It does not mean that you have done it.");
}

function seenWords({ by, waiting }: ShownReminder, at: string): string {
  const date = momentWords(at);
  if (waiting) return t("{date}. Saved on this phone, not sent yet.", { date });
  return by ? t("{date}. {name} can see that.", { date, name: by }) : date;
}

const momentWords = (at: string) => whenWords(londonWall(at));

/** What became of it on each of its days; for one that comes again. */
function Before({ reminder: { happened, repeat } }: { reminder: ShownReminder }) {
  const days = happened.filter(({ sent_at, seen_at }) => sent_at || seen_at).reverse();
  if (!repeat || days.length === 0) return null;
  return (
    <>
      <h2>{t("What happened so far")}</h2>
      <ul class="lines">
        {days.map(({ on, sent_at, seen_at }) => (
          <li key={on}>
            <p>{dayWords(on)}</p>
            <p class="meta">
              {[
                sent_at && t("Sent at {time}", { time: timeWords(londonWall(sent_at).time) }),
                seen_at && t("You saw it {date}", { date: formatDate(londonWall(seen_at).day, "long") }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
