/** An adviser's young people: who needs them, why, and how far each passport is. A table with room, cards on a phone. */
import { useState } from "preact/hooks";
import { me } from "../../data/session";
import { spaces, storeReady } from "../../data/store";
import { syncNow, syncState } from "../../data/sync";
import { t, tn } from "../../i18n/index";
import { ButtonLink } from "../../ui/button";
import { Empty, Failed, Loading } from "../../ui/empty";
import { Field } from "../../ui/field";
import { Page } from "../../ui/page";
import type { TagLook } from "../../ui/tag";
import { StaffGate } from "./gate";
import { PeopleCards, PeopleTable } from "./list-rows";
import { people } from "./people";
import { chosen, type Filter, inOrder, type Person, QUIET_WEEKS, totals } from "./rules";
import { useWide } from "./wide";

export function PeopleList() {
  const count = people.value.length;
  const wide = useWide();
  const adviser = me.value?.account.role === "adviser";
  const add = adviser && (
    <ButtonLink href="/people/new" small>
      {t("Add a young person")}
    </ButtonLink>
  );
  return (
    <Page
      title={count > 0 ? t("My young people ({n})", { n: count }) : t("My young people")}
      docTitle={t("My young people")}
      bar={me.value?.account.name ?? t("Staff")}
      wide
      aside={wide && add}
    >
      <StaffGate only="adviser">
        <ListBody />
      </StaffGate>
      {!wide && add}
    </Page>
  );
}

function ListBody() {
  const everyone = people.value;
  if (everyone.length > 0) return <Found everyone={everyone} />;
  const { phase, lastAt } = syncState.value;
  if (!storeReady.value || spaces.value.length > 0) return <Loading />;
  if (lastAt === null && (phase === "failed" || phase === "offline"))
    return <Failed onRetry={() => void syncNow()} />;
  if (lastAt === null) return <Loading />;
  return (
    <Empty title={t("No young people yet")}>
      <p>{t("Add the first one, or ask your manager to move someone to you.")}</p>
    </Empty>
  );
}

function Found({ everyone }: { everyone: Person[] }) {
  const now = Date.now();
  const wide = useWide();
  const [filter, setFilter] = useState<Filter>("all");
  const [search, setSearch] = useState("");
  const shown = inOrder(chosen(everyone, filter, search, now), now);
  const reset = () => {
    setFilter("all");
    setSearch("");
  };
  return (
    <>
      <div class="staff-tools">
        <Chips everyone={everyone} now={now} filter={filter} setFilter={setFilter} />
        <div class="staff-search">
          <Field
            id="search"
            type="search"
            label={t("Find by name")}
            value={search}
            onInput={setSearch}
            autoComplete="off"
          />
        </div>
      </div>
      <p class="hidden" role="status">
        {tn("{n} young person shown", "{n} young people shown", shown.length, { n: shown.length })}
      </p>
      {shown.length === 0 && (
        <Empty title={t("Nobody fits this search")}>
          <button type="button" class="btn quiet small" onClick={reset}>
            {t("Show everyone")}
          </button>
        </Empty>
      )}
      {shown.length > 0 &&
        (wide ? <PeopleTable people={shown} now={now} /> : <PeopleCards people={shown} now={now} />)}
      <p class="meta">
        {t(
          "Works without signal on visits: what you do here waits on this device and sends when you are back.",
        )}
      </p>
    </>
  );
}

interface Chip {
  filter: Filter;
  look: TagLook;
  words: string;
}

function chipsFor(n: number, sums: ReturnType<typeof totals>): Chip[] {
  return [
    { filter: "all", look: "plain", words: t("Everyone ({n})", { n }) },
    {
      filter: "message",
      look: "calm",
      words: tn("{n} message waiting", "{n} messages waiting", sums.message),
    },
    {
      filter: "review_late",
      look: "stop",
      words: tn("{n} review over its limit", "{n} reviews over their limit", sums.review_late),
    },
    {
      filter: "date_answer",
      look: "wait",
      words: tn("{n} date to answer", "{n} dates to answer", sums.date_answer),
    },
    {
      filter: "date_near",
      look: "calm",
      words: tn("{n} with a date this week", "{n} with a date this week", sums.date_near),
    },
    { filter: "late", look: "stop", words: tn("{n} request late", "{n} requests late", sums.late) },
    {
      filter: "request",
      look: "wait",
      words: tn("{n} request to answer", "{n} requests to answer", sums.request),
    },
    {
      filter: "sign_off",
      look: "go",
      words: tn("{n} skill to sign off", "{n} skills to sign off", sums.sign_off),
    },
    {
      filter: "quiet",
      look: "wait",
      words: t("{n} with no marks for {weeks} weeks", { n: sums.quiet, weeks: QUIET_WEEKS }),
    },
    { filter: "no_marks", look: "calm", words: t("{n} with no marks yet", { n: sums.no_marks }) },
  ];
}

interface ChipsProps {
  everyone: Person[];
  now: number;
  filter: Filter;
  setFilter: (filter: Filter) => void;
}

function Chips({ everyone, now, filter, setFilter }: ChipsProps) {
  const sums = totals(everyone, now);
  return (
    <fieldset class="tags staff-chips">
      <legend class="hidden">{t("Show only")}</legend>
      {chipsFor(everyone.length, sums)
        .filter((chip) => chip.filter === "all" || chip.filter === filter || sums[chip.filter] > 0)
        .map((chip) => (
          <button
            key={chip.filter}
            type="button"
            class={`chip tag ${chip.look}`}
            aria-pressed={filter === chip.filter}
            onClick={() => setFilter(chip.filter)}
          >
            {chip.words}
          </button>
        ))}
    </fieldset>
  );
}
