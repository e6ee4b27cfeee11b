/** Sources as a person can read them. Pure. */
import type { CouncilSummary } from "../../data/types";
import { formatDate, t } from "../../i18n/index";

/** A pack names its paper by file and line: the file's name means nothing to a reader. */
const IN_PAPER = /^\S+\.txt\b.*?\bline (\d+)/;

/** The sources with all places in the council's paper gathered into one line. */
export function sourceLines(sources: readonly string[], paper: CouncilSummary["paper"]): string[] {
  const places = sources.map((source) => IN_PAPER.exec(source)?.[1]);
  const lines = sources.filter((_, at) => places[at] === undefined);
  const inPaper = places.filter((line) => line !== undefined);
  if (inPaper.length === 0) return lines;
  const title = paper
    ? t("“{title}” ({date})", { title: paper.title, date: formatDate(paper.date, "month") })
    : t("A council paper");
  return [...lines, t("{paper}, lines {lines}", { paper: title, lines: inPaper.join(", ") })];
}
