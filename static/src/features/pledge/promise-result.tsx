/** What was said of one promise in one season: a table of the four answers, and words. */
import {
  PLEDGE_ANSWERS,
  type PledgeAnswer,
  type PledgeWords,
  type PromiseResult,
} from "../../data/pledge-types";
import { formatNumber, t, tn } from "../../i18n/index";
import { Card } from "../../ui/card";
import { Bar } from "../../ui/ring";
import { answerWords } from "./words";

interface CardProps {
  result: PromiseResult;
  /** The greatest number of the season: bars of different promises can be compared. */
  most: number;
  words: readonly PledgeWords[];
}

export function PromiseResultCard({ result, most, words }: CardProps) {
  const text = result.text ?? t("A promise that the pledge no longer has");
  const hidden = PLEDGE_ANSWERS.every((answer) => result[answer] === null);
  return (
    <Card>
      {result.area && <p class="meta">{result.area}</p>}
      <h3>{text}</h3>
      {hidden ? (
        <p class="s soft">
          {t("5 or more people answered. All numbers are hidden, so that nobody can be made out.")}
        </p>
      ) : (
        <table class="figures">
          <caption class={result.answers === null ? "hidden" : "meta"}>
            {result.answers === null
              ? text
              : tn("{n} person answered", "{n} people answered", result.answers)}
          </caption>
          <tbody>
            {PLEDGE_ANSWERS.map((answer) => (
              <Row key={answer} answer={answer} result={result} most={most} />
            ))}
          </tbody>
        </table>
      )}
      {words.length > 0 && (
        <>
          <p class="s strong">{t("In their words")}</p>
          <ul class="lines s">
            {words.map(({ id, text: said }) => (
              <li class="own-words" key={id}>
                {said}
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

function Row({ answer, result, most }: { answer: PledgeAnswer; result: PromiseResult; most: number }) {
  const n = result[answer];
  const change = result.change?.[answer] ?? null;
  return (
    <tr>
      <th scope="row">{answerWords(answer)}</th>
      <td>
        {n === null ? (
          <span class="s soft">{t("Fewer than 5, or hidden")}</span>
        ) : (
          <>
            <span class="row">
              <Bar done={n} of={most} label={null} />
              <b>{formatNumber(n)}</b>
            </span>
            {change !== null && <span class="meta">{changeWords(change)}</span>}
          </>
        )}
      </td>
    </tr>
  );
}

function changeWords(change: number): string {
  if (change === 0) return t("the same as the season before");
  return change > 0
    ? tn("{n} more than the season before", "{n} more than the season before", change)
    : tn("{n} fewer than the season before", "{n} fewer than the season before", -change);
}
