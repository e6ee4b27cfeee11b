/**
 * What somebody should know before they write, above the field: who covers, whether anybody reads now and how long a
 * reply takes, and whom to call in danger. All of it is on the phone, so it holds without a signal.
 */
import type { CoverTime, HelpLine, ThreadRow } from "../../data/types";
import { t } from "../../i18n/index";
import { Note } from "../../ui/note";
import { londonWall } from "../dates/london";
import { closedWords, coverWords, hoursWords, nextCoverWords, replyWords } from "./before-words";
import { coverNext, coverNow } from "./cover-times";
import { DangerLine } from "./danger";
import { isOpen, nextOpening } from "./hours";
import { OutOfHours } from "./out-of-hours";

export interface BeforeWritingProps {
  /** Null: there is none. Undefined: this phone does not know yet. */
  adviser: string | null | undefined;
  cover: readonly CoverTime[];
  /** Null until it has come to this phone. */
  thread: Pick<ThreadRow, "hours" | "usual_minutes"> | null;
  holidays: readonly string[];
  /** The help lines, for anybody and the council's own. */
  lines: readonly HelpLine[];
  /** The council's pack is its own word, so that its numbers can be called. */
  live: boolean;
  /** Milliseconds since 1970. */
  now: number;
}

export function BeforeWriting({ adviser, cover, thread, holidays, lines, live, now }: BeforeWritingProps) {
  const wall = londonWall(now);
  const open = thread !== null && isOpen(thread.hours, holidays, wall);
  return (
    <section class="stack tight before" aria-label={t("Before you write")}>
      <CoverNote adviser={adviser} cover={cover} now={now} />
      <Note look="calm">
        {thread && (
          <p>
            {!open && <span class="closed">{closedWords(nextOpening(thread.hours, holidays, wall))} </span>}
            {hoursWords(thread.hours)} {replyWords(thread.usual_minutes, thread.hours)}
          </p>
        )}
        {thread && !open && <OutOfHours lines={lines} live={live} />}
        <DangerLine lines={lines} live={live} />
      </Note>
    </section>
  );
}

function CoverNote({ adviser, cover, now }: Pick<BeforeWritingProps, "adviser" | "cover" | "now">) {
  const current = coverNow(cover, now);
  const next = adviser ? coverNext(cover, now) : null;
  if (adviser === undefined || (adviser !== null && current.length === 0 && next === null)) return null;
  return (
    <Note>
      {adviser === null && (
        <p>
          {current.length > 0
            ? t("You have no PA right now. Your council’s duty team reads what you write.")
            : t("You have no PA right now, and nobody is on duty. What you write is kept safe.")}
        </p>
      )}
      {current.map((covering) => (
        <p key={covering.names.join()}>{coverWords(covering, adviser)}</p>
      ))}
      {adviser && next && <p>{nextCoverWords(next, adviser)}</p>}
    </Note>
  );
}
