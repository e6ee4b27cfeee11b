/** One date of a young person on their adviser's list. */
import type { ShownDate } from "../../data/dates-view";
import { t } from "../../i18n/index";
import { LinkCard } from "../../ui/card";
import { today } from "../../ui/dated";
import { Tag, Tags } from "../../ui/tag";
import { countdown } from "../asks/words";
import { Leaf } from "../dates/date-card";
import { stateLook, stateWords, titleOf, whenWords, whereWords } from "../dates/words";
import { ownWords } from "./dates-words";

export function StaffDateCard({ space, date }: { space: string; date: ShownDate }) {
  const where = whereWords(date);
  return (
    <LinkCard href={`/people/${space}/dates/${date.id}`}>
      <div class="row leafed">
        <Leaf day={date.day} />
        <div class="grow">
          <b>{titleOf(date)}</b>
          <p class="s">{whenWords(date)}</p>
          {where && <p class="s soft">{where}</p>}
          <StaffDateTags date={date} />
        </div>
      </div>
    </LinkCard>
  );
}

export function StaffDateTags({ date }: { date: ShownDate }) {
  const ahead = date.state === "planned" && date.day !== null && date.day >= today();
  const own = ownWords(date);
  return (
    <Tags>
      {ahead && date.day ? (
        <Tag look="go">{countdown(date.day)}</Tag>
      ) : (
        <Tag look={stateLook(date)}>{stateWords(date)}</Tag>
      )}
      {own && <Tag>{own}</Tag>}
      {date.proposed && date.state === "planned" && <Tag look="wait">{t("Other time asked for")}</Tag>}
      {date.waiting && <Tag look="wait">{t("Waits on this device")}</Tag>}
    </Tags>
  );
}
