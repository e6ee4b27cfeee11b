/**
 * The answers that decide a status: read from JSON, with everything that cannot be true named by its place. What is not
 * said counts as its default, which is the answer of somebody to whom it does not apply. Pure.
 */
import { type Day, dayOf, monthsAfter, toIso } from "./ages";
import type { AnswerProblem, Answers, CareType, Spell } from "./types";

const TRI = ["yes", "no", "not_sure"] as const;
const NATIONS = ["england", "scotland", "wales", "northern_ireland", "not_sure"] as const;
const PLACES_AT_16 = ["in_care", "detained", "hospital", "other", "not_sure"] as const;
const OTHER_HOMES = [
  "voluntary",
  "private_home",
  "private_fostering",
  "nhs_or_education",
  "not_sure",
] as const;
const HOUSING = "section17_or_housing";
const CARE_TYPES = [
  "foster",
  "home",
  "kinship",
  "remand",
  "short_break_series",
  HOUSING,
  "not_sure",
] as const;
const KEYS = [
  "dob",
  "age_disputed",
  "nation",
  "in_care_now",
  "care_order_now",
  "care_spells",
  "sgo",
  "adopted_at",
  "on_16th_birthday",
  "home_spell",
  "other_accommodation_16_17",
  "in_or_wants_education",
  "learning_programme_in_plan",
];
const BEFORE = "looked_after_before";
const MAX_SPELLS = 200;
const OLDEST_YEARS = 110;
const OLDEST_ADOPTED = 17;
const FIRST_YEAR = 1800;
const LAST_YEAR = 2199;

/** A day that is known to lie between two days, both included. */
export interface Between {
  earliest: Day;
  latest: Day;
}

/** One time in care; `end` null: it still goes on. */
export interface Time {
  start: Between;
  end: Between | null;
  type: CareType;
}

/** The answers as they were said, with their days read. */
export interface ReadAnswers {
  said: Answers;
  dob: Day;
  spells: Time[];
  home: Pick<Time, "start" | "end"> | null;
}

export interface Problems {
  problems: AnswerProblem[];
}

type Block = Record<string, unknown>;

/** Types of care that may turn out not to be care in law, so that a person cannot know whether it has ended. */
export const isUncertain = (type: CareType) => type === HOUSING || type === "not_sure";

/**
 * Reads answers as they come out of storage, as of `today` (London). Every problem is one of not_valid, too_many,
 * not_a_date, in_future, born_in_future, too_long_ago, before_birth, end_before_start, still_open.
 */
export function readAnswers(raw: unknown, today: Day): ReadAnswers | Problems {
  const reader = new Reader(today);
  const body = reader.block(raw, "", KEYS);
  reader.birth(body.dob);
  const read = reader.problems.length > 0 ? null : reader.answers(body);
  if (read && reader.problems.length === 0) return read;
  return { problems: reader.problems.sort((a, b) => order(a.at, b.at) || order(a.code, b.code)) };
}

/** Reads answers that `readAnswers` found good before. Throws when they are not. */
export function trusted(answers: Answers, today: Day): ReadAnswers {
  const read = readAnswers(answers, today);
  if ("problems" in read)
    throw new Error(`answers: ${read.problems.map(({ at, code }) => `${at} ${code}`).join()}`);
  return read;
}

const order = (a: string, b: string) => (a < b ? -1 : Number(a > b));

const isBlock = (raw: unknown): raw is Block =>
  typeof raw === "object" && raw !== null && !Array.isArray(raw);

/** What is not said; null is said. */
const orElse = (raw: unknown, normal: unknown) => (raw === undefined ? normal : raw);

/** Reads one set of answers, gathering problems as it goes. */
class Reader {
  problems: AnswerProblem[] = [];
  born: Day = 0;

  constructor(readonly today: Day) {}

  answers(body: Block): ReadAnswers {
    const sgo = this.block(orElse(body.sgo, {}), "sgo", ["in_force", BEFORE]);
    const at16 = this.block(orElse(body.on_16th_birthday, {}), "on_16th_birthday", ["where", BEFORE]);
    const now = this.one(body, "in_care_now", TRI, "no");
    const ordered = this.one(body, "care_order_now", TRI, "no");
    const [care, spells] = this.spells(body.care_spells, now !== "no" || ordered !== "no");
    const home = body.home_spell ?? null;
    const read = home === null || home === "not_sure" ? null : this.span(home, "home_spell");
    const said: Answers = {
      dob: toIso(this.born),
      age_disputed: this.one(body, "age_disputed", TRI, "no"),
      nation: this.one(body, "nation", NATIONS, "england"),
      in_care_now: now,
      care_order_now: ordered,
      care_spells: care,
      sgo: {
        in_force: this.one(sgo, "in_force", TRI, "no", "sgo."),
        looked_after_before: this.one(sgo, BEFORE, TRI, "no", "sgo."),
      },
      adopted_at: this.whole(body.adopted_at, "adopted_at", OLDEST_ADOPTED),
      on_16th_birthday: {
        where: this.one(at16, "where", PLACES_AT_16, "other", "on_16th_birthday."),
        looked_after_before: this.one(at16, BEFORE, TRI, "no", "on_16th_birthday."),
      },
      home_spell: read ? saidOf(home as Spell) : home === "not_sure" ? home : null,
      other_accommodation_16_17: this.codes(body.other_accommodation_16_17, "other_accommodation_16_17"),
      in_or_wants_education: this.one(body, "in_or_wants_education", TRI, "not_sure"),
      learning_programme_in_plan: this.one(body, "learning_programme_in_plan", TRI, "no"),
    };
    return { said, dob: this.born, spells, home: read };
  }

  trouble(at: string, code: string): null {
    this.problems.push({ at, code });
    return null;
  }

  block(raw: unknown, at: string, keys: string[]): Block {
    if (!isBlock(raw)) {
      this.trouble(at, "not_valid");
      return {};
    }
    for (const key of Object.keys(raw))
      if (!keys.includes(key)) this.trouble(at ? `${at}.${key}` : key, "not_valid");
    return raw;
  }

  birth(raw: unknown): void {
    const found = daysOf(raw);
    if (!found || found.earliest !== found.latest) this.trouble("dob", "not_a_date");
    else if (found.earliest > this.today) this.trouble("dob", "born_in_future");
    else if (yearOf(found.earliest) < yearOf(this.today) - OLDEST_YEARS) this.trouble("dob", "too_long_ago");
    else this.born = found.earliest;
  }

  one<T extends string>(body: Block, key: string, allowed: readonly T[], normal: T, at = ""): T {
    const value = body[key];
    if (value !== undefined && !allowed.includes(value as T)) this.trouble(at + key, "not_valid");
    return allowed.find((one) => one === value) ?? normal;
  }

  whole(value: unknown, at: string, most: number): number | null {
    if (value === undefined || value === null) return null;
    if (Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most)
      return value as number;
    return this.trouble(at, "not_valid");
  }

  list<T>(raw: unknown, at: string, read: (one: unknown, at: string) => T | null): T[] {
    const list = orElse(raw, []);
    if (!Array.isArray(list) || list.length > MAX_SPELLS) {
      this.trouble(at, Array.isArray(list) ? "too_many" : "not_valid");
      return [];
    }
    return list.map((one, number) => read(one, `${at}.${number}`)).filter((one) => one !== null);
  }

  codes(raw: unknown, place: string): Answers["other_accommodation_16_17"] {
    return this.list(
      raw,
      place,
      (one, at) => OTHER_HOMES.find((code) => code === one) ?? this.trouble(at, "not_valid"),
    );
  }

  spells(raw: unknown, openAllowed: boolean): [Spell[], Time[]] {
    const found = this.list(raw, "care_spells", (one, at): [Spell, Time] | null => {
      if (!isBlock(one)) return this.trouble(at, "not_valid");
      const { start, end } = this.block(one, at, ["start", "end", "type"]);
      const type = this.one(one, "type", CARE_TYPES, "not_sure", `${at}.`);
      const span = this.span({ start, end }, at);
      if (!span) return null;
      if (!span.end && !openAllowed && !isUncertain(type)) this.trouble(`${at}.end`, "still_open");
      return [
        { ...saidOf({ start, end } as Spell), type },
        { ...span, type },
      ];
    });
    return [found.map(([said]) => said), found.map(([, read]) => read)];
  }

  span(raw: unknown, at: string): Pick<Time, "start" | "end"> | null {
    if (!isBlock(raw)) return this.trouble(at, "not_valid");
    const body = this.block(raw, at, ["start", "end"]);
    const open = (body.end ?? null) === null;
    const start = this.when(body.start, `${at}.start`);
    const end = open ? null : this.when(body.end, `${at}.end`);
    if (!start || (!open && !end)) return null;
    if (end && end.latest < start.earliest) return this.trouble(`${at}.end`, "end_before_start");
    return { start, end };
  }

  when(raw: unknown, at: string): Between | null {
    if (raw === "not_sure") return { earliest: this.born, latest: this.today };
    const found = daysOf(raw);
    if (!found) return this.trouble(at, "not_a_date");
    if (found.earliest > this.today) return this.trouble(at, "in_future");
    if (found.latest < this.born) return this.trouble(at, "before_birth");
    return { earliest: Math.max(found.earliest, this.born), latest: Math.min(found.latest, this.today) };
  }
}

const yearOf = (day: Day) => Number(toIso(day).slice(0, 4));

const saidOf = ({ start, end }: Pick<Spell, "start" | "end">) => ({ start, end: end ?? null });

/** The first and last day that a day, a month or a year stands for. */
function daysOf(raw: unknown): Between | null {
  const match = typeof raw === "string" && /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(raw);
  if (!match) return null;
  const [, year, month, day] = match;
  if (Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR) return null;
  const earliest = dayOf(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  // A day that the calendar does not have has run on into another month.
  if (!toIso(earliest).startsWith(raw as string)) return null;
  return { earliest, latest: day ? earliest : monthsAfter(earliest, month ? 1 : 12) - 1 };
}
