/** One date on a list: a leaf of a calendar, what it is, when and where, and how it stands. */
import { OWN, type ShownDate } from "../../data/dates-view";
import { formatDate, t } from "../../i18n/index";
import { LinkCard } from "../../ui/card";
import { Icon } from "../../ui/icon";
import { Tag, Tags } from "../../ui/tag";
import { today } from "./london";
import { stateLook, stateWords, titleOf, untilWords, whenWords, whereWords } from "./words";

export function DateCard({ date }: { date: ShownDate }) {
  const where = whereWords(date);
  return (
    <LinkCard href={`/dates/${date.id}`}>
      <div class="row leafed">
        <Leaf day={date.day} />
        <div class="grow">
          <b>{titleOf(date)}</b>
          <p class="s">{whenWords(date)}</p>
          {where && <p class="s soft">{where}</p>}
          <DateTags date={date} />
        </div>
      </div>
    </LinkCard>
  );
}

/** The day as on the leaf of a calendar. The words beside it say the same. */
export function Leaf({ day }: { day: string | null }) {
  if (!day)
    return (
      <span class="leaf" aria-hidden="true">
        <Icon name="dates" />
      </span>
    );
  const [number = "", ...month] = formatDate(day, "short").split(" ");
  return (
    <span class="leaf" aria-hidden="true">
      <b>{number}</b>
      {month.join(" ")}
    </span>
  );
}

export function DateTags({ date }: { date: ShownDate }) {
  const ahead = date.state === "planned" && date.day !== null && date.day >= today();
  return (
    <Tags>
      {ahead ? <Tag look="go">{untilWords(date)}</Tag> : <Tag look={stateLook(date)}>{stateWords(date)}</Tag>}
      {date.kind === OWN && (
        <Tag look="plain">{date.shared ? t("Shared with your PA") : t("Only you see this")}</Tag>
      )}
      {date.proposed && <Tag look="calm">{t("Other time asked for")}</Tag>}
      {date.waiting && <Tag look="wait">{t("Waiting for signal")}</Tag>}
    </Tags>
  );
}
