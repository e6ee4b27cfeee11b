/** Every amount of an entitlement, with what it was and what it will be, and who gets it. */
import type { Amount, Entitlement } from "../../data/types";
import { formatDate, t } from "../../i18n/index";
import { timeline, today } from "../../ui/dated";
import { figureWords } from "./amounts";
import { AmountFigure } from "./figure";
import { WhoCan } from "./who-can";

export function Amounts({ entry }: { entry: Entitlement }) {
  return (
    <>
      {entry.amounts?.map((amount) => (
        <OneAmount key={amount.id} amount={amount} />
      ))}
    </>
  );
}

function OneAmount({ amount }: { amount: Amount }) {
  const { now, before, next } = timeline(amount.values, today());
  return (
    <div class="stack tight">
      {amount.label && <p class="s strong">{amount.label}</p>}
      {now && now.value !== null && <AmountFigure amount={amount} value={now.value} big />}
      {now && now.value === null && (
        <p class="strong">{t("This ended on {date}.", { date: formatDate(now.from, "long") })}</p>
      )}
      {now && before && before.value !== null && (
        <p class="meta">
          {t("Before {date}: {figure}", {
            date: formatDate(now.from, "month"),
            figure: figureWords(amount, before.value),
          })}
        </p>
      )}
      {next && next.value !== null && (
        <p class="meta">
          {t("From {date}: {figure}", {
            date: formatDate(next.from, "long"),
            figure: figureWords(amount, next.value),
          })}
        </p>
      )}
      {next && next.value === null && (
        <p class="meta">{t("Ends on {date}", { date: formatDate(next.from, "long") })}</p>
      )}
      {amount.who && <WhoCan who={amount.who} short />}
      {amount.note && <p class="meta">{amount.note}</p>}
    </div>
  );
}
