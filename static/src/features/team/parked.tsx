/** Notices that could not be sent and were given up: why in plain words, how many people, and what to do. No names, no words. */
import { useEffect, useState } from "preact/hooks";
import { request } from "../../data/api";
import { t, tn } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { Note } from "../../ui/note";
import { Tag } from "../../ui/tag";
import { byReason, type Parked, reasonWords } from "./parked-words";

export function ParkedPart() {
  const [parked, setParked] = useState<Parked[] | null>(null);
  const [failed, setFailed] = useState(false);
  const load = async () => {
    setFailed(false);
    try {
      setParked((await request<{ parked: Parked[] }>("GET", "/council/parked")).parked);
    } catch {
      setFailed(true);
    }
  };
  useEffect(() => void load(), []);
  return (
    <>
      <h2>{t("Notices that did not go out")}</h2>
      {failed && (
        <Note live>
          <p>{t("We could not load this. Nothing is lost. Try again when you have a connection.")}</p>
          <div>
            <Button small look="quiet" onClick={() => void load()}>
              {t("Try again")}
            </Button>
          </div>
        </Note>
      )}
      {parked?.length === 0 && <p class="soft">{t("All went out.")}</p>}
      {parked && parked.length > 0 && <Reasons parked={parked} />}
    </>
  );
}

function Reasons({ parked }: { parked: Parked[] }) {
  return (
    <Card>
      <p class="s soft">
        {t("We tried each for a day and stopped. What they are about still shows in the app.")}
      </p>
      <ul class="lines">
        {byReason(parked).map(({ reason, channel, people, notices }) => {
          const { what, todo } = reasonWords(reason, channel);
          return (
            <li key={`${channel} ${reason}`} class="stack tight">
              <b>{what}</b>
              <div class="tags">
                <Tag look="wait">{tn("{n} person", "{n} people", people)}</Tag>
                <Tag>{tn("{n} notice", "{n} notices", notices)}</Tag>
              </div>
              <p class="s">{todo}</p>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
