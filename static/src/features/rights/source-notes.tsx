/** Where an entry comes from, when it was checked, when it will be checked next, and how sure we are. */
import { bundle } from "../../data/content";
import type { Provenance } from "../../data/types";
import { formatDate, t } from "../../i18n/index";
import { Icon } from "../../ui/icon";
import { confidenceWords } from "./kinds";
import { sourceLines } from "./sources";

export function SourceNotes({ entry, links = [] }: { entry: Provenance; links?: string[] | undefined }) {
  return (
    <>
      <p class="meta">
        {t("Checked {date} · Next check {next}", {
          date: formatDate(entry.as_at, "long"),
          next: formatDate(entry.review_by, "month"),
        })}
      </p>
      <details>
        <summary class="s">
          {t("Where this comes from")}
          <Icon name="down" />
        </summary>
        <div class="prose s">
          <p>{confidenceWords(entry.confidence)}</p>
          {entry.confidence_note && <p class="soft">{entry.confidence_note}</p>}
          <ul>
            {sourceLines(entry.sources, bundle.value?.council.paper ?? null).map((source) => (
              <li key={source}>{source}</li>
            ))}
            {links.map((link) => (
              <li key={link}>
                <a href={link} rel="noreferrer">
                  {link.replace(/^https:\/\/(www\.)?/, "")}
                </a>
              </li>
            ))}
          </ul>
        </div>
      </details>
    </>
  );
}
