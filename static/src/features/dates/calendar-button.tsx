/** One tap gives the phone's calendar a date: as a file that this phone writes by itself, with or without what it is. */
import { useState } from "preact/hooks";
import type { ShownDate } from "../../data/dates-view";
import { t, unmarked } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Switch } from "../../ui/field";
import { Icon } from "../../ui/icon";
import { useKeptDraft } from "../../ui/kept-draft";
import { calendarFile } from "./ics";
import { titleOf } from "./words";

/** Long enough for the browser to take the file. */
const TAKEN_MS = 60_000;

export function AddToCalendar({ date }: { date: ShownDate }) {
  const [made, setMade] = useState(false);
  // Kept with the account on this phone: who wants it plain once wants it plain again.
  const { draft, write } = useKeptDraft<{ neutral: boolean }>("calendar-naming");
  const neutral = draft?.neutral ?? false;
  return (
    <div class="stack tight">
      <Button
        look="quiet"
        onClick={() => {
          giveFile(date, neutral);
          setMade(true);
        }}
      >
        <Icon name="dates" />
        {t("Add to my calendar")}
      </Button>
      <Switch
        label={t("Hide what it is and where")}
        checked={neutral}
        onChange={(neutral) => {
          write({ neutral });
          setMade(false);
        }}
      />
      <p class={made ? "s soft" : "hidden"} role="status">
        {made && (neutral ? plainWords() : openWords())}
      </p>
    </div>
  );
}

const plainWords = () =>
  t(
    "Open the file to add it. Others who can see your calendar see “Appointment” and the time, nothing more.",
  );
const openWords = () =>
  t("Open the file to add it. Others who can see your calendar can then read what it is, and where.");

function giveFile(date: ShownDate, neutral: boolean): void {
  if (!date.day) return;
  const { id, version, day, time, state } = date;
  const said = neutral
    ? { title: unmarked(t("Appointment")), place: "", url: "" }
    : { title: unmarked(titleOf(date)), place: date.place, url: `${location.origin}/dates/${id}` };
  const entry = { id, version, day, time, ...said, cancelled: state === "cancelled" };
  const file = new Blob([calendarFile(entry, new Date().toISOString())], {
    type: "text/calendar;charset=utf-8",
  });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = "date.ics";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), TAKEN_MS);
}
