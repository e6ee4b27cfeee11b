/** One entitlement on the list of results: its figure for this person, its kind, when, and whether it was asked for. */
import { isOpen, type ShownRequest } from "../../data/asks-view";
import type { Amount, Entitlement } from "../../data/types";
import { formatDate, t } from "../../i18n/index";
import { LinkCard } from "../../ui/card";
import { Tag, Tags } from "../../ui/tag";
import { stateLook as requestLook, stateWords } from "../asks/words";
import type { EntitlementResult } from "../check/rules/types";
import { englandWords, headlineOf } from "./amounts";
import { AmountFigure } from "./figure";
import { kindLook, kindWords } from "./kinds";
import { openQuestion } from "./question";
import { stateTag, untilWords } from "./state-words";

interface ResultCardProps {
  entry: Entitlement;
  result: EntitlementResult | undefined;
  /** The person's birthday: some things end at an age. */
  dob: string;
  /** The newest request about it. */
  asked: ShownRequest | null;
  /** A young person is signed in, so that asking from here is possible. */
  canAsk: boolean;
}

export function ResultCard({ entry, result, dob, asked, canAsk }: ResultCardProps) {
  if (!result) return null;
  const head = headlineOf(entry, result);
  const tag = stateTag(entry, result);
  const question = openQuestion(entry, result);
  const isNow = result.state === "now";
  const until = isNow ? untilWords(result.until, dob) : null;
  return (
    <LinkCard href={`/rights/money/${entry.id}`}>
      <div class="row top-align">
        <div class="grow">
          <b>{entry.title}</b>
          <p class="s soft">{question ?? [entry.decides, until].filter(Boolean).join(" · ")}</p>
          {head && head.value !== 0 && <FigureNote {...{ entry, result }} amount={head.amount} />}
        </div>
        {head && <AmountFigure {...head} />}
      </div>
      <Tags>
        <Tag look={kindLook(entry.kind)}>{kindWords(entry.kind)}</Tag>
        {tag && <Tag>{tag}</Tag>}
        {asked ? (
          <AskedTag asked={asked} />
        ) : (
          canAsk && isNow && result.amounts.length > 0 && <Tag>{t("Not asked yet")}</Tag>
        )}
      </Tags>
    </LinkCard>
  );
}

interface FigureNoteProps {
  entry: Entitlement;
  result: EntitlementResult;
  amount: Amount;
}

/** What a figure that nobody owes stands for; and England's figure, where an old paper of the council says another. */
function FigureNote({ entry, result, amount }: FigureNoteProps) {
  const england = result.amounts.find(({ id }) => id === amount.id)?.england ?? null;
  if (england !== null) return <p class="s strong">{englandWords(entry, amount, england)}</p>;
  return amount.label && !amount.adds_up ? <p class="s">{amount.label}</p> : null;
}

function AskedTag({ asked: { state, made_at } }: { asked: ShownRequest }) {
  if (isOpen(state))
    return <Tag look="wait">{t("Asked {date}", { date: formatDate(made_at, "short") })}</Tag>;
  return <Tag look={requestLook(state)}>{stateWords(state)}</Tag>;
}
