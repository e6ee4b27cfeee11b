/** Says on every screen that this council's pack was made from an old paper, when it was. */
import { bundle } from "../data/content";
import { formatDate, t } from "../i18n/index";

export function PackNotice() {
  const council = bundle.value?.council;
  if (council?.state !== "example") return null;
  const { name, paper } = council;
  return (
    <p class="slim">
      {paper
        ? t("Example only, from an old {council} paper ({date}). Check with your council.", {
            council: name,
            date: formatDate(paper.date, "month"),
          })
        : t("Example only, from an old {council} paper. Check with your council.", { council: name })}
    </p>
  );
}
