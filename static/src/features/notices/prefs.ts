/** How somebody wants to be told, as the server keeps it for the account. */
import { request } from "../../data/api";
import { t } from "../../i18n/index";

export type Step = "-28d" | "-14d" | "-7d" | "-3d" | "-2d" | "-1d" | "morning" | "-2h" | "-1h";
export type Plainness = "plainest" | "says_kind";

export interface Prefs {
  /** The times before a date, for each kind of date. */
  plans: Record<string, Step[]>;
  /** London time, like "21:00". */
  quiet_from: string;
  quiet_to: string;
  plainness: Plainness;
  /** null: the language of the app. */
  lang: string | null;
  text: { number: string | null; on: boolean };
  email: { address: string | null; on: boolean };
}

/** What this server can send besides notifications. */
export interface Ways {
  text: boolean;
  email: boolean;
}

/** @throws ApiProblem */
export async function readPrefs(): Promise<{ prefs: Prefs; ways: Ways }> {
  const { ways, ...prefs } = await request<Prefs & { ways: Ways }>("GET", "/me/notices");
  return { prefs, ways };
}

/** @throws ApiProblem with the fields that are wrong. */
export async function writePrefs(chosen: Prefs): Promise<Prefs> {
  const { ways: _, ...prefs } = await request<Prefs & { ways: Ways }>("PUT", "/me/notices", chosen);
  return prefs;
}

/** The steps that a screen offers for every kind; others that were chosen elsewhere are shown too. */
const OFFERED: readonly Step[] = ["-14d", "-3d", "morning"];
const ORDER: readonly Step[] = ["-28d", "-14d", "-7d", "-3d", "-2d", "-1d", "morning", "-2h", "-1h"];

/** Pure: the steps to show for a plan, the earliest first. */
export function stepsShown(plan: readonly Step[]): Step[] {
  return ORDER.filter((step) => OFFERED.includes(step) || plan.includes(step));
}

const FIRST = ["review", "own_date", "agreement"];

/** Pure: the plans in the order of a screen. */
export function plansShown(plans: Prefs["plans"]): [string, Step[]][] {
  const place = (kind: string) => (FIRST.includes(kind) ? FIRST.indexOf(kind) : FIRST.length);
  return Object.entries(plans).sort(([one], [other]) => place(one) - place(other));
}

/** Pure: the plan with a step put in or taken out. */
export function withStep(plan: readonly Step[], step: Step, on: boolean): Step[] {
  return ORDER.filter((one) => (one === step ? on : plan.includes(one)));
}

export function stepWords(step: Step): string {
  switch (step) {
    case "-28d":
      return t("4 weeks before");
    case "-14d":
      return t("2 weeks before");
    case "-7d":
      return t("1 week before");
    case "-3d":
      return t("3 days before");
    case "-2d":
      return t("2 days before");
    case "-1d":
      return t("1 day before");
    case "morning":
      return t("On the morning of the day");
    case "-2h":
      return t("2 hours before");
    case "-1h":
      return t("1 hour before");
  }
}

/** The name of a kind of date; null for one that only another version of the app knows. */
export function planWords(kind: string): string | null {
  if (kind === "review") return t("Reviews and visits");
  if (kind === "own_date") return t("Your own dates");
  if (kind === "agreement") return t("Things that were agreed");
  return null;
}
