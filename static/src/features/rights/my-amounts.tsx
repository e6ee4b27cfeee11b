/** The amounts of one entitlement for this person today, with England's figure where the council's differs. */
import type { Amount, Bundle, Entitlement } from "../../data/types";
import { formatDate, t } from "../../i18n/index";
import { Note } from "../../ui/note";
import type { AmountResult, EntitlementResult } from "../check/rules/types";
import { englandWords } from "./amounts";
import { AmountFigure } from "./figure";

interface MyAmountsProps {
  entry: Entitlement;
  result: EntitlementResult;
  bundle: Bundle;
}

export function MyAmounts({ entry, result, bundle }: MyAmountsProps) {
  const found = result.amounts.flatMap((one) => {
    const amount = entry.amounts?.find(({ id }) => id === one.id);
    return amount ? [{ one, amount }] : [];
  });
  return (
    <>
      {found.map(({ one, amount }) => (
        <div class="stack tight" key={one.id}>
          {amount.label && <p class="s strong">{amount.label}</p>}
          <AmountFigure amount={amount} value={one.value} big={typeof one.value === "number"} />
          {one.state === "maybe" && <p class="meta">{t("This one depends on something we do not know.")}</p>}
          {amount.note && <p class="meta">{amount.note}</p>}
          {one.england !== null && <Differs entry={entry} amount={amount} one={one} bundle={bundle} />}
        </div>
      ))}
    </>
  );
}

interface DiffersProps {
  entry: Entitlement;
  amount: Amount;
  one: AmountResult;
  bundle: Bundle;
}

/** Both figures, so that nobody settles for less. */
function Differs({ entry, amount, one, bundle }: DiffersProps) {
  const { paper, name } = bundle.council;
  return (
    <Note>
      <p>
        {englandWords(entry, amount, one.england ?? "")}{" "}
        {paper
          ? t("The figure above is from a {council} paper of {date}. Ask which one you get.", {
              council: name,
              date: formatDate(paper.date, "month"),
            })
          : t("The figure above is from {council}. Ask which one you get.", { council: name })}
      </p>
    </Note>
  );
}
