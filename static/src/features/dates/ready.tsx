/** Getting ready for a review: the headings, how far one is, and who may read it. */
import type { ShownDate } from "../../data/dates-view";
import { hasWords, type ShownPreparation } from "../../data/ready-view";
import { t, tn } from "../../i18n/index";
import { Button, ButtonLink } from "../../ui/button";
import { Card, LinkCard } from "../../ui/card";
import { Icon } from "../../ui/icon";
import { Page } from "../../ui/page";
import { Ring } from "../../ui/ring";
import { Tag, Tags } from "../../ui/tag";
import { SaveTrouble } from "../passport/save";
import type { Dates } from "./dates";
import { FaceIcon } from "./faces";
import { faceWords, headingWords } from "./ready-words";
import { useSend } from "./send";
import { WithDate } from "./with-date";
import { titleOf } from "./words";

export function Ready() {
  return (
    <WithDate>
      {(date, dates) => {
        const headings = dates.preparations(date.id);
        const said = headings.filter(hasWords);
        const first = headings.find((one) => !hasWords(one));
        return (
          <Page
            title={t("Get ready")}
            back={{ href: `/dates/${date.id}`, words: t("Date") }}
            sub={titleOf(date)}
            aside={<Ring done={said.length} of={headings.length} label={null} />}
          >
            <p>{t("Think about what you want to say. Answer as much or as little as you like.")}</p>
            <ul class="bare stack">
              {headings.map((one) => (
                <li key={one.heading}>
                  <Line date={date} shown={one} />
                </li>
              ))}
            </ul>
            {first && (
              <ButtonLink href={`/dates/${date.id}/ready/${first.heading}`}>
                {said.length > 0 ? t("Go on") : t("Start")}
              </ButtonLink>
            )}
            <Sharing date={date} dates={dates} headings={headings} />
            {said.length > 0 && (
              <ButtonLink href={`/dates/${date.id}/print`} look="quiet">
                {t("One page for the meeting")}
              </ButtonLink>
            )}
          </Page>
        );
      }}
    </WithDate>
  );
}

function Line({ date, shown }: { date: ShownDate; shown: ShownPreparation }) {
  const { heading, face, shared, waiting } = shown;
  const said = hasWords(shown);
  return (
    <LinkCard href={`/dates/${date.id}/ready/${heading}`}>
      <div class="row">
        {said ? (
          <span class="tick on" aria-hidden="true">
            <Icon name="check" />
          </span>
        ) : (
          <span class="tick" aria-hidden="true" />
        )}
        <div class="grow">
          <b>{headingWords(heading).title}</b>
          <p class="s soft">{said ? (face ? faceWords(face) : t("Written")) : t("Not yet")}</p>
          {(shared || waiting) && (
            <Tags>
              {shared && <Tag look="calm">{t("Shared")}</Tag>}
              {waiting && <Tag look="wait">{t("Waiting for signal")}</Tag>}
            </Tags>
          )}
        </div>
        {face && <FaceIcon face={face} />}
      </div>
    </LinkCard>
  );
}

interface SharingProps {
  date: ShownDate;
  dates: Dates;
  headings: ShownPreparation[];
}

function Sharing({ date, dates, headings }: SharingProps) {
  const { send, busy, trouble } = useSend();
  const count = headings.filter(({ shared }) => shared).length;
  const share = (shared: boolean) => void send("prepare.share", { date: date.id, heading: null, shared });
  const name = dates.adviser ?? t("your council’s duty team");
  return (
    <Card labelledBy="sharing">
      <h2 id="sharing">{t("Who can see this")}</h2>
      <p class="s">{sharedWords(count, headings.length, dates.adviser)}</p>
      {count < headings.length && (
        <Button look="quiet" small busy={busy} onClick={() => share(true)}>
          {t("Share all of it with {name}", { name })}
        </Button>
      )}
      {count > 0 && (
        <Button look="quiet" small busy={busy} onClick={() => share(false)}>
          {t("Stop sharing")}
        </Button>
      )}
      <p class="meta">
        {t("You can also share one page at a time. All of it means what you write later too.")}{" "}
        {count > 0 && t("When you stop, they can no longer read it here. What they have read, they know.")}
      </p>
      <SaveTrouble trouble={trouble} />
    </Card>
  );
}

function sharedWords(count: number, all: number, adviser: string | null): string {
  if (count === 0) return t("Only you. Your council keeps it locked away, and your PA cannot open it.");
  if (count === all)
    return adviser
      ? t("You and {name}, and whoever covers for {name}: all of it.", { name: adviser })
      : t("You and your council’s duty team: all of it.");
  return adviser
    ? tn(
        "You. {name}, and whoever covers for {name}, can read {n} page: the one marked “Shared”.",
        "You. {name}, and whoever covers for {name}, can read {n} pages: those marked “Shared”.",
        count,
        { name: adviser },
      )
    : tn(
        "You. Your council’s duty team can read {n} page: the one marked “Shared”.",
        "You. Your council’s duty team can read {n} pages: those marked “Shared”.",
        count,
      );
}
