/** For the young person: who stands in for their PA, now and soon. Known without a signal, as of the last sync. */
import { me } from "../../data/session";
import { rows } from "../../data/store";
import type { ProfileRow } from "../../data/types";
import { t, tn } from "../../i18n/index";
import { Note } from "../../ui/note";
import { dayWords } from "../dates/words";
import { nextCoverWords } from "../messages/before-words";
import { type Covering, coverNext, coverNow } from "../messages/cover-times";
import { useNow } from "../messages/use-now";

/** Nothing when their PA is there, and nothing without one: then the duty team is named anyway. */
export function CoverNote() {
  const now = useNow();
  const space = me.value?.space;
  const profile = space ? rows<ProfileRow>(space, "profile").value[0] : undefined;
  const adviser = profile?.adviser?.name;
  if (!profile || !adviser) return null;
  const cover = profile.cover ?? [];
  const lines = coverNow(cover, now).map((covering) => nowWords(covering, adviser));
  const next = coverNext(cover, now);
  if (next) lines.push(nextCoverWords(next, adviser));
  if (lines.length === 0) return null;
  return (
    <Note look="calm">
      {lines.map((words) => (
        <p key={words}>{words}</p>
      ))}
    </Note>
  );
}

function nowWords({ names, until }: Covering, adviser: string): string {
  const vars = { names: names.join(", "), adviser };
  if (until === null) return t("Covering for {adviser} now: {names}.", vars);
  return tn(
    "{names} covers for {adviser} until {day}.",
    "{names} cover for {adviser} until {day}.",
    names.length,
    { ...vars, day: dayWords(until) },
  );
}
