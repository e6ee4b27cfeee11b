/** What can be done about a date of one's own: put it into the calendar, change it, take it off the list. */
import { useState } from "preact/hooks";
import { isToCome, type ShownDate } from "../../data/dates-view";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Note } from "../../ui/note";
import { SaveTrouble } from "../passport/save";
import { AddToCalendar } from "./calendar-button";
import { today } from "./london";
import { OwnForm } from "./own-form";
import { useSend } from "./send";

type Doing = "change" | "remove" | null;

export function OwnTools({ date, adviser }: { date: ShownDate; adviser: string | null }) {
  const [doing, setDoing] = useState<Doing>(null);
  const { send, busy, trouble } = useSend();
  const stop = () => setDoing(null);
  if (date.state === "cancelled") return null;
  if (doing === "change") {
    const { title, place, shared, day, time } = date;
    return (
      <OwnForm
        start={{ title, place, shared, day: day ?? "", time: time ?? "" }}
        adviser={adviser}
        words={t("Save")}
        busy={busy}
        trouble={trouble}
        onSave={(body) => void send("date.own_change", { date: date.id, ...body }).then((id) => id && stop())}
        onLeave={stop}
      />
    );
  }
  if (doing === "remove") {
    return (
      <Note live>
        <p class="strong">{t("Take this date off your list?")}</p>
        <div class="row wraps">
          <Button
            small
            busy={busy}
            onClick={() => void send("date.own_cancel", { date: date.id }).then((id) => id && stop())}
          >
            {t("Yes, take it off")}
          </Button>
          <Button look="quiet" small onClick={stop}>
            {t("Keep it")}
          </Button>
        </div>
        <SaveTrouble trouble={trouble} />
      </Note>
    );
  }
  return (
    <>
      {isToCome(date, today()) && <AddToCalendar date={date} />}
      <Button look="quiet" onClick={() => setDoing("change")}>
        {t("Change this date")}
      </Button>
      <Button look="danger" onClick={() => setDoing("remove")}>
        {t("Take it off my list")}
      </Button>
    </>
  );
}
