/** The results of a check in the groups that the screens show, and what they are based on. Pure. */
import type { Bundle, Entitlement } from "../../data/types";
import { t } from "../../i18n/index";
import type { Mine } from "../check/mine";
import { statusTitle } from "../check/status-text";
import { livingWords } from "./codes";
import { isOwed, type Own } from "./state-words";

export interface ResultGroups {
  /** To be had now, by law or guidance. */
  owed: Entitlement[];
  /** To be had now, where somebody chooses. */
  may: Entitlement[];
  maybe: Entitlement[];
  later: Entitlement[];
  /** Ended, or probably not for this person. */
  rest: Entitlement[];
}

/** Money first within each group; otherwise in the order of the content, and what comes later by its day. */
export function resultGroups(mine: Pick<Mine, "input" | "of" | "result">): ResultGroups {
  const groups: ResultGroups = { owed: [], may: [], maybe: [], later: [], rest: [] };
  for (const entry of mine.input.entries) {
    const state = mine.of(entry.id)?.state;
    if (state === "now") groups[isOwed(entry) ? "owed" : "may"].push(entry);
    else if (state === "maybe" || state === "later") groups[state].push(entry);
    else if (state) groups.rest.push(entry);
  }
  const worth = new Map(mine.result.missing.map(({ id, value }) => [id, value]));
  const byWorth = (a: Entitlement, b: Entitlement) => (worth.get(b.id) ?? 0) - (worth.get(a.id) ?? 0);
  const day = ({ id }: Entitlement) => mine.of(id)?.on ?? "9";
  groups.owed.sort(byWorth);
  groups.may.sort(byWorth);
  const figure = (entry: Entitlement) => (mine.of(entry.id)?.amounts.length ? 0 : 1);
  groups.maybe.sort((a, b) => figure(a) - figure(b));
  groups.later.sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
  return groups;
}

/** What the person is and said, as the reasons may name it. */
export function ownCodes({ result, input }: Pick<Mine, "result" | "input">): Own {
  const { possible, frc_education } = result.status;
  const { living, immigration, in_education } = input.circumstances;
  return {
    status_any: frc_education ? [...possible, "frc_education"] : possible,
    living: [living ?? ""],
    immigration: [immigration ?? ""],
    in_education: [in_education ?? ""],
  };
}

/** What the results rest on, in a few words: age, status, home. */
export function basedOn(mine: Mine, bundle: Bundle): string[] {
  const { age, status, best_guess } = mine.result.status;
  const home = livingWords()[mine.input.circumstances.living ?? ""];
  const title = statusTitle(bundle, best_guess ?? status);
  return [
    t("age {age}", { age }),
    best_guess ? t("{status} (a best guess)", { status: title }) : title,
    ...(home ? [home] : []),
  ];
}
