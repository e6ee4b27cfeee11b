/** The real days on which a reminder will come, before it is sent, so that a 31st or a change of the clocks is no surprise. */
import { formatDate, t, tn } from "../../i18n/index";
import { whenWords } from "../dates/words";
import { daysOf, londonNow, troubleOf } from "./days";

const FIRST_FEW = 6;

interface ComingProps {
  day: string;
  time: string | null;
  repeat: { every: string; until: string } | null;
}

export function ComingDays({ day, time, repeat }: ComingProps) {
  const fine = day !== "" && troubleOf(day, time, repeat, londonNow(new Date())) === null;
  return (
    <div role="status">
      {fine && <Days day={day} time={time} repeat={repeat as Parameters<typeof daysOf>[1]} />}
    </div>
  );
}

function Days({
  day,
  time,
  repeat,
}: {
  day: string;
  time: string | null;
  repeat: Parameters<typeof daysOf>[1];
}) {
  const days = daysOf(day, repeat);
  const shown = days.length > FIRST_FEW + 1 ? days.slice(0, FIRST_FEW) : days;
  const last = days.at(-1) ?? day;
  const wanted = Number(day.slice(8));
  const short = repeat?.every === "month" && days.some((one) => Number(one.slice(8)) !== wanted);
  return (
    <div class="note calm">
      <p class="strong">{tn("It comes {n} time", "It comes {n} times", days.length)}</p>
      <ul class="s">
        {shown.map((one) => (
          <li key={one}>{whenWords({ day: one, time })}</li>
        ))}
        {shown.length < days.length && (
          <li>
            {tn(
              "and {n} more day, the last on {date}",
              "and {n} more days, the last on {date}",
              days.length - shown.length,
              { date: formatDate(last, "long") },
            )}
          </li>
        )}
      </ul>
      {short && <p class="s">{t("In a shorter month it comes on the last day.")}</p>}
      <p class="s">{t("In their quiet hours it waits until those are over.")}</p>
    </div>
  );
}
