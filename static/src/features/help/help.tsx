/** Get help: 999 first, then who to call or text, for anyone, signed in or not, with or without a signal. */
import { useParams } from "wouter-preact";
import { bundle } from "../../data/content";
import type { Bundle, HelpLine } from "../../data/types";
import { t } from "../../i18n/index";
import { Both, inBoth } from "../../ui/beside";
import { Note } from "../../ui/note";
import { Page } from "../../ui/page";
import { useNamed } from "../../ui/use-named";
import { CouncilHelp } from "./council-help";
import { fallbackLines } from "./fallback";
import { LineCard } from "./line-card";
import { topics } from "./topics";

export function Help() {
  const { id } = useParams<{ id?: string }>();
  useNamed(id ? `line-${id}` : null, bundle.value !== null);
  const lines = [...(bundle.value?.help ?? fallbackLines())].sort((a, b) => a.order - b.order);
  const anyone = lines.filter((line) => !line.per_council);
  const council = lines.find((line) => line.per_council);
  const urgent = anyone.filter((line) => line.urgent);
  return (
    <Page title={t("Get help")}>
      <p class="strong">
        <Both {...inBoth(() => t("If you or someone else is in danger now, call 999."))} />
      </p>
      <Note>
        <p>
          {t(
            "A call can show in the phone’s call list or on a bill. “Leave fast” at the top takes you away from here.",
          )}
        </p>
      </Note>
      <Lines title={t("Right now, day or night")} lines={urgent} />
      <div id={council && `line-${council.id}`} class="stack" tabIndex={-1}>
        <CouncilHelp bundle={bundle.value} outOfHours={council} />
      </div>
      <Topics lines={anyone.filter((line) => !line.urgent)} bundle={bundle.value} />
    </Page>
  );
}

/** Each line stands once, under the first of its topics. */
function Topics({ lines, bundle }: { lines: HelpLine[]; bundle: Bundle | null }) {
  return (
    <>
      {topics().map(({ id, words }) => (
        <Lines key={id} title={words} lines={lines.filter((line) => line.topics[0] === id)} />
      ))}
      {!bundle && <p class="soft">{t("More numbers come when you have a signal.")}</p>}
    </>
  );
}

function Lines({ title, lines }: { title: string; lines: HelpLine[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ul class="bare stack">
        {lines.map((line) => (
          <li key={line.id} id={`line-${line.id}`} tabIndex={-1}>
            <LineCard line={line} />
          </li>
        ))}
      </ul>
    </>
  );
}
