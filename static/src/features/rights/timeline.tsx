/** My timeline: what starts, changes and ends at 16, 17, 18, 21 and 25, with dates and how far away they are. */
import { useState } from "preact/hooks";
import { Link } from "wouter-preact";
import type { Bundle } from "../../data/types";
import { formatDate, t, tn } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { Icon } from "../../ui/icon";
import { Page } from "../../ui/page";
import { Tag } from "../../ui/tag";
import { WithBundle } from "../../ui/with-bundle";
import { type Mine, useMine } from "../check/mine";
import { timeline } from "../check/rules/index";
import type { Milestone } from "../check/rules/types";
import { statusTitle } from "../check/status-text";
import { NoCheck } from "./no-check";
import { TimelineDrawing, turnWords } from "./timeline-drawing";
import { awayWords } from "./until";

export function TimelineScreen() {
  return (
    <Page title={t("My timeline")} back={{ href: "/rights/money", words: t("My rights") }}>
      <WithBundle>{(bundle) => <OfMine bundle={bundle} />}</WithBundle>
    </Page>
  );
}

function OfMine({ bundle }: { bundle: Bundle }) {
  const mine = useMine(bundle);
  return mine ? <Timeline mine={mine} bundle={bundle} /> : <NoCheck />;
}

function Timeline({ mine, bundle }: { mine: Mine; bundle: Bundle }) {
  const { today } = mine.input;
  const milestones = timeline(mine.input);
  const next = milestones.find(({ on }) => on > today);
  const past = milestones.filter(({ on }) => on <= today);
  const [all, openAll] = useState(false);
  const list = (some: readonly Milestone[]) => (
    <ol class="bare stack">
      {some.map((one) => (
        <li key={one.age}>
          <MilestoneCard milestone={one} mine={mine} bundle={bundle} open={all || one === next} />
        </li>
      ))}
    </ol>
  );
  return (
    <>
      {next && (
        <Card hero>
          <p class="s soft">{t("Next")}</p>
          <h2>{t("You turn {age} {away}", { age: next.age, away: awayWords(next.on, today) })}</h2>
          <p>{formatDate(next.on, "long")}</p>
        </Card>
      )}
      <TimelineDrawing milestones={milestones} today={today} />
      {past.length > 0 && (
        <details open={all}>
          <summary>
            {t("What was before today")}
            <Icon name="down" />
          </summary>
          {list(past)}
        </details>
      )}
      {list(milestones.slice(past.length))}
      <p class="meta">
        {t("This is how it looks today, if nothing else changes. Laws and amounts can change.")}
      </p>
      <Button
        look="quiet"
        onClick={() => {
          openAll(true);
          setTimeout(() => print());
        }}
      >
        {t("Print or save")}
      </Button>
    </>
  );
}

interface MilestoneProps {
  milestone: Milestone;
  mine: Mine;
  bundle: Bundle;
  open: boolean;
}

export function MilestoneCard({ milestone, mine, bundle, open }: MilestoneProps) {
  const { age, on, status, starts, changes, ends } = milestone;
  const { today } = mine.input;
  const nothing = starts.length + changes.length + ends.length === 0;
  return (
    <Card labelledBy={`age-${age}`}>
      <div class="row wraps">
        <h2 id={`age-${age}`}>{turnWords(age, on <= today)}</h2>
        <Tag look={on > today ? "calm" : "plain"}>{awayWords(on, today)}</Tag>
      </div>
      <p class="s soft">{formatDate(on, "long")}</p>
      {status && (
        <p class="s">
          {on > today
            ? t("Your status changes to: {status}", { status: statusTitle(bundle, status.after) })
            : t("Your status changed to: {status}", { status: statusTitle(bundle, status.after) })}
        </p>
      )}
      {nothing && <p class="s">{t("Nothing on our list starts or ends on this day.")}</p>}
      <Group
        title={tn("{n} thing starts", "{n} things start", starts.length)}
        {...{ mine, open }}
        ids={starts}
      />
      <Group
        title={tn("{n} thing changes", "{n} things change", changes.length)}
        {...{ mine, open }}
        ids={changes}
      />
      <Group title={tn("{n} thing ends", "{n} things end", ends.length)} {...{ mine, open }} ids={ends} />
    </Card>
  );
}

interface GroupProps {
  title: string;
  ids: readonly string[];
  mine: Mine;
  open: boolean;
}

function Group({ title, ids, mine, open }: GroupProps) {
  const entries = mine.input.entries.filter(({ id }) => ids.includes(id));
  if (entries.length === 0) return null;
  return (
    <details open={open}>
      <summary>
        {title}
        <Icon name="down" />
      </summary>
      <ul class="lines">
        {entries.map(({ id, title: words }) => (
          <li key={id}>
            <Link class="line" href={`/rights/money/${id}`}>
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
