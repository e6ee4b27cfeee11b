/** One amount as it counts today, with the words that make it honest. */
import type { Amount } from "../../data/types";
import { Money } from "../../ui/money";
import { boundWords, type Figure, figureWords, isFree, perWords } from "./amounts";

interface FigureProps {
  amount: Amount;
  value: Figure;
  big?: boolean | undefined;
}

export function AmountFigure({ amount, value, big }: FigureProps) {
  return (
    <Money
      figure={figureWords(amount, value)}
      before={boundWords(amount.bound)}
      after={isFree(amount, value) ? "" : perWords(amount.per)}
      big={big}
    />
  );
}
