/** The one question that settles a "maybe", answered in place. The answer stays on this phone, like those of the check. */
import type { Entitlement } from "../../data/types";
import { t } from "../../i18n/index";
import { ButtonLink } from "../../ui/button";
import { Card } from "../../ui/card";
import { OneAnswer } from "../check/answer-list";
import type { Draft } from "../check/draft";
import { keepAnswers } from "../check/kept";
import type { Mine } from "../check/mine";
import { moreOptions, moreWords } from "../check/more-questions";
import { yesNo } from "../check/questions";
import type { EntitlementResult, Leaf, Tri } from "../check/rules/types";
import { askText } from "./leaf-words";
import { QUESTIONS } from "./question";

interface SettleProps {
  entry: Entitlement;
  result: EntitlementResult;
  mine: Mine;
}

export function Settle({ entry, result, mine }: SettleProps) {
  const asked = result.ask ?? answeredHere(entry, mine.kept.draft);
  if (!asked) return null;
  return asked.key === "ask" ? (
    <SingleQuestion entry={entry} id={String(asked.value)} draft={mine.kept.draft} />
  ) : (
    <OfTheCheck leaf={asked} draft={mine.kept.draft} />
  );
}

/** A question of this entry that was answered before: the answer can still be changed here. */
function answeredHere(entry: Entitlement, draft: Draft): Leaf | null {
  const id = Object.keys(draft.asks ?? {}).find((one) => askText({ ...entry, amounts: [] }, one) !== null);
  return id ? { key: "ask", value: id } : null;
}

function SingleQuestion({ entry, id, draft }: { entry: Entitlement; id: string; draft: Draft }) {
  const question = askText(entry, id);
  if (question === null) return null;
  const answer = (value: string) =>
    void keepAnswers((kept) => ({
      ...kept,
      draft: { ...kept.draft, asks: { ...kept.draft.asks, [id]: value as Tri } },
    }));
  return (
    <Card>
      <OneAnswer
        legend={question}
        showLegend
        name={`ask-${id}`}
        options={yesNo()}
        value={draft.asks?.[id] ?? null}
        onChange={answer}
        inRow
      />
      <p class="meta">{t("Your answer stays on this phone.")}</p>
    </Card>
  );
}

function OfTheCheck({ leaf, draft }: { leaf: Leaf; draft: Draft }) {
  const question = QUESTIONS[leaf.key];
  const options = question && moreOptions(question);
  if (!question || !options) return <Elsewhere leaf={leaf} />;
  const answer = (value: string) =>
    void keepAnswers((kept) => ({ ...kept, draft: { ...kept.draft, [question]: value } }));
  return (
    <Card>
      <OneAnswer
        legend={moreWords(question).title}
        showLegend
        name={question}
        options={options}
        value={(draft[question] as string | null | undefined) ?? null}
        onChange={answer}
        inRow={options.length === 3}
      />
      <p class="meta">{t("Your answer stays on this phone.")}</p>
    </Card>
  );
}

/** What takes a page of its own, or is known elsewhere. */
function Elsewhere({ leaf: { key, value } }: { leaf: Leaf }) {
  switch (key) {
    case "savings_max":
      return (
        <ButtonLink href="/rights/check/more/savings" look="quiet">
          {moreWords("savings").title}
        </ButtonLink>
      );
    case "council":
    case "home_council":
      return (
        <p>
          {key === "council"
            ? t("It depends on which council looked after you: {council}, or another one.", {
                council: String(value),
              })
            : t("It depends on where you live: in {council}, or elsewhere.", { council: String(value) })}
        </p>
      );
    default:
      return (
        <>
          <p>
            {t(
              "It depends on your status, and your answers do not settle that. An advocate can find out with you.",
            )}
          </p>
          <ButtonLink href="/rights/check/result" look="quiet">
            {t("See my status")}
          </ButtonLink>
        </>
      );
  }
}
