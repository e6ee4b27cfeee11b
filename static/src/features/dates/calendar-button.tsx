/** One tap gives the phone's calendar a date: as a file that this phone writes by itself. */
import { useState } from "preact/hooks";
import type { ShownDate } from "../../data/dates-view";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Icon } from "../../ui/icon";
import { calendarFile } from "./ics";
import { titleOf } from "./words";

/** Long enough for the browser to take the file. */
const TAKEN_MS = 60_000;

export function AddToCalendar({ date }: { date: ShownDate }) {
  const [made, setMade] = useState(false);
  return (
    <>
      <Button
        look="quiet"
        onClick={() => {
          giveFile(date);
          setMade(true);
        }}
      >
        <Icon name="dates" />
        {t("Add to my calendar")}
      </Button>
      <p class={made ? "s soft" : "hidden"} role="status">
        {made && t("Open the file to add it. Others who can see your calendar can then read it too.")}
      </p>
    </>
  );
}

function giveFile(date: ShownDate): void {
  if (!date.day) return;
  const { id, version, day, time, place, state } = date;
  const entry = { id, version, day, time, place, title: titleOf(date), cancelled: state === "cancelled" };
  const file = new Blob([calendarFile(entry, new Date().toISOString())], {
    type: "text/calendar;charset=utf-8",
  });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = "date.ics";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), TAKEN_MS);
}
