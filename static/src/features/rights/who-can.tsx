/** Who can get something, as a list that a person can hold against their own life. */
import type { Condition } from "../../data/types";
import { t } from "../../i18n/index";
import { type WhoGroup, whoGroup } from "./who";

function leadWords({ join, items }: WhoGroup): string {
  if (join === "none") return t("You, unless:");
  if (items.length === 1) return t("You, if:");
  return join === "any" ? t("You, if one of these is true:") : t("You, if all of these are true:");
}

function innerLead(join: WhoGroup["join"]): string {
  if (join === "none") return t("none of these is true:");
  return join === "any" ? t("one of these is true:") : t("all of these are true:");
}

function Items({ items }: { items: WhoGroup["items"] }) {
  return (
    <ul class="s">
      {items.map((item) => (
        <li key={JSON.stringify(item)}>{typeof item === "string" ? item : <Inner group={item} />}</li>
      ))}
    </ul>
  );
}

/** A group inside another. A few clauses that belong together read best as one line. */
function Inner({ group: { join, items } }: { group: WhoGroup }) {
  const words = items.filter((item) => typeof item === "string");
  if (words.length === items.length) {
    if (join === "all") return <>{words.join(t(", and "))}</>;
    if (join === "none" && words.length === 1) return <>{t("not if {words}", { words: words.join("") })}</>;
  }
  return (
    <>
      {innerLead(join)}
      <Items items={items} />
    </>
  );
}

/** `short`: without its own heading, for the condition of one amount. */
export function WhoCan({ who, short = false }: { who: Condition; short?: boolean }) {
  const group = whoGroup(who);
  if (short) {
    return (
      <div class="why">
        <Items items={group.items} />
      </div>
    );
  }
  return (
    <div class="why">
      <h2>{t("Who can get it")}</h2>
      {group.items.length === 0 ? (
        <p class="s">{t("Everybody.")}</p>
      ) : (
        <>
          <p class="s">{leadWords(group)}</p>
          <Items items={group.items} />
        </>
      )}
    </div>
  );
}
