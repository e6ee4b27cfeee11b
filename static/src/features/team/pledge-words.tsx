/** Words of young people on their way to everyone: one at a time, so that each is read with care. */
import { useEffect, useState } from "preact/hooks";
import { request } from "../../data/api";
import type { PledgeWords } from "../../data/types";
import { t, tn } from "../../i18n/index";
import { Empty, Failed, Loading } from "../../ui/empty";
import { Fold } from "../../ui/fold";
import { Icon } from "../../ui/icon";
import { Note } from "../../ui/note";
import { WordsCard } from "./words-card";

interface Waiting {
  waiting: number;
  words: PledgeWords[];
}

interface WordsDeskProps {
  published: readonly PledgeWords[];
  onChange: () => Promise<void>;
}

export function WordsDesk({ published, onChange }: WordsDeskProps) {
  const { waiting, failed, reload, decided } = useWaiting();
  const [done, setDone] = useState<string | null>(null);
  const after = async (id: string, said: string) => {
    decided(id);
    setDone(said);
    await onChange();
  };
  return (
    <div class="staff-two">
      <div class="stack">
        <h2>{t("Words to read")}</h2>
        <HowTo />
        <div role="status">{done && <p class="strong">{done}</p>}</div>
        {waiting ? (
          <Next waiting={waiting} onDecided={after} onMore={() => void reload()} />
        ) : failed ? (
          <Failed onRetry={() => void reload()}>
            <p>{t("This screen needs a connection: it is not kept on this device. Nothing is lost.")}</p>
          </Failed>
        ) : (
          <Loading />
        )}
      </div>
      <div class="stack">
        <h2>{t("Shared with everyone ({n})", { n: published.length })}</h2>
        {published.length === 0 && <p class="soft">{t("Nothing yet.")}</p>}
        <ul class="bare stack">
          {published.map((words) => (
            <li key={words.id}>
              <Fold
                head={
                  <>
                    <span class="grow own-words">{words.text}</span>
                    <Icon name="down" />
                  </>
                }
              >
                <WordsCard words={words} shared onDecided={after} />
              </Fold>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function HowTo() {
  return (
    <Note look="calm">
      <p>
        {t(
          "These come without a name and in no order. Take out what could tell anyone who wrote it: names, places, schools, dates, an illness, how many children. Keep what they mean, also when it is hard to hear.",
        )}
      </p>
    </Note>
  );
}

interface NextProps {
  waiting: Waiting;
  onDecided: (id: string, said: string) => Promise<void>;
  onMore: () => void;
}

function Next({ waiting: { waiting, words }, onDecided, onMore }: NextProps) {
  const [first] = words;
  // The server sends some at a time: once these are read, it is asked for more.
  useEffect(() => {
    if (!first && waiting > 0) onMore();
  }, [first?.id, waiting]);
  if (!first) {
    return (
      <Empty title={t("Nothing waits to be read")}>
        <p>{t("New words come after the end of each three months.")}</p>
      </Empty>
    );
  }
  return (
    <>
      <p class="s soft">{tn("{n} waits", "{n} wait", waiting)}</p>
      <div class="card">
        <WordsCard key={first.id} words={first} onDecided={onDecided} />
      </div>
    </>
  );
}

function useWaiting() {
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const [failed, setFailed] = useState(false);
  const reload = async () => {
    setFailed(false);
    try {
      setWaiting(await request<Waiting>("GET", "/council/pledge/words"));
    } catch {
      setFailed(true);
    }
  };
  useEffect(() => void reload(), []);
  const decided = (id: string) =>
    setWaiting((before) => {
      if (!before?.words.some((one) => one.id === id)) return before;
      return { waiting: before.waiting - 1, words: before.words.filter((one) => one.id !== id) };
    });
  return { waiting, failed, reload, decided };
}
