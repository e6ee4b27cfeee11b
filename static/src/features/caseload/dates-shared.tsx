/** What a young person shared to get ready, heading by heading, and what they say of the plan. */
import { hasWords, type ShownPlanAnswer, type ShownPreparation } from "../../data/ready-view";
import { formatDate, t } from "../../i18n/index";
import { Card } from "../../ui/card";
import { Note } from "../../ui/note";
import { FaceIcon } from "../dates/faces";
import { faceWords, headingWords } from "../dates/ready-words";

interface SharedProps {
  name: string;
  prepared: ShownPreparation[];
}

export function SharedToGetReady({ name, prepared }: SharedProps) {
  const shared = prepared.filter((one) => one.shared && hasWords(one));
  return (
    <>
      <h2>{t("What {name} shared to get ready", { name })}</h2>
      {shared.length === 0 && (
        <p class="soft">{t("Nothing now. What they write is private until they share it.")}</p>
      )}
      {shared.map((one) => (
        <Card key={one.heading}>
          <p class="strong">{headingWords(one.heading).title}</p>
          {one.face && (
            <p class="row">
              <FaceIcon face={one.face} />
              {faceWords(one.face)}
            </p>
          )}
          {one.words && <p class="own-words">{one.words}</p>}
          {one.want && (
            <p class="own-words">
              <b>{t("What they want")}:</b> {one.want}
            </p>
          )}
          {one.change && (
            <p class="own-words">
              <b>{t("What they want changed")}:</b> {one.change}
            </p>
          )}
        </Card>
      ))}
    </>
  );
}

export function PlanAnswered({ name, answer }: { name: string; answer: ShownPlanAnswer }) {
  return (
    <Note look={answer.agree ? "go" : "sun"}>
      <p class="strong">
        {answer.agree
          ? t("{name} agrees with this plan", { name })
          : t("{name} does not agree with this plan", { name })}
      </p>
      {answer.words && <p class="own-words">{answer.words}</p>}
      <p class="meta">{t("Said {date}", { date: formatDate(answer.at, "long") })}</p>
    </Note>
  );
}
