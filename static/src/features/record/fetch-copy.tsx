/** Fetching a copy that is ready. The server gives it once, so this page holds it until it is left. */
import { useEffect, useState } from "preact/hooks";
import { formatDate, formatNumber, t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Note } from "../../ui/note";
import { isProblem, problemWords } from "../people/problems";
import { type Copy, fetchCopy } from "./copies";

const MB = 1_000_000;

interface Fetched {
  /** Where the file is in this page's memory. */
  url: string | null;
  busy: boolean;
  /** What went wrong. */
  lost: string | null;
  start: (copy: Copy) => Promise<void>;
}

export function useFetched(look: () => Promise<void>): Fetched {
  const [url, setUrl] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [lost, setLost] = useState<string | null>(null);
  // Nobody who takes the phone next finds it in memory.
  useEffect(() => () => void (url && URL.revokeObjectURL(url)), [url]);
  const start = async (copy: Copy) => {
    setBusy(true);
    setLost(null);
    try {
      setUrl(URL.createObjectURL(await fetchCopy(copy)));
    } catch (error) {
      setLost(lostWords(error));
    }
    await look();
    setBusy(false);
  };
  return { url, busy, lost, start };
}

function lostWords(error: unknown): string {
  if (isProblem(error, "offline"))
    return t(
      "The copy did not arrive whole. Nothing of yours is lost. If you can no longer fetch it here, ask for a new one.",
    );
  if (isProblem(error, "not-found")) return t("This copy is not here any more. You can ask for a new one.");
  return problemWords(error);
}

export function FetchCopy({ copy, fetched }: { copy: Copy | undefined; fetched: Fetched }) {
  if (fetched.url) {
    return (
      <Note look="go" live>
        <p class="strong">{t("Your copy is here. Save it before you leave this page.")}</p>
        <a class="btn" href={fetched.url} download="my-copy.zip">
          {t("Save the file")}
        </a>
      </Note>
    );
  }
  if (!copy) return null;
  return (
    <>
      <Note>
        <p class="strong">{t("Your copy is ready. You can fetch it only once.")}</p>
        <ul class="dots">
          <li>{t("Fetch it where it can stay. Anybody who has the file can read all of it.")}</li>
          <li>{t("Not on a phone or computer that others use.")}</li>
          {copy.until && (
            <li>{t("It waits for you until {date}.", { date: formatDate(copy.until, "long") })}</li>
          )}
        </ul>
      </Note>
      <Button busy={fetched.busy} onClick={() => void fetched.start(copy)}>
        {fetched.busy ? t("One moment…") : t("Fetch it now ({n} MB)", { n: size(copy) })}
      </Button>
    </>
  );
}

/** In megabytes, never as nothing at all. */
function size({ bytes }: Copy): string {
  return formatNumber(Math.max(0.1, Math.round(((bytes ?? 0) / MB) * 10) / 10));
}
