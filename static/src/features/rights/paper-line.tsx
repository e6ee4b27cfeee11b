/** Says from which council paper an entry was taken, and how old that paper is. */
import type { Bundle } from "../../data/types";
import { formatDate, t } from "../../i18n/index";

export function PaperLine({ bundle }: { bundle: Bundle }) {
  const { paper } = bundle.council;
  if (!paper) return null;
  return (
    <p class="meta">{t("From a council paper dated {date}", { date: formatDate(paper.date, "long") })}</p>
  );
}
