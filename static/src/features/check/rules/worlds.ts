/** From answers to lives: the best guess, and every other life that what the person is not sure about leaves open. Pure. */
import { birthday, type Day } from "./ages";
import { type Between, isUncertain, type ReadAnswers, type Time } from "./answers";
import { ADULT, LEAVES_FROM, type Life, type Times } from "./rules";

/** Says whether the guess about an answer, by name, is taken to be wrong. */
type Wrong = (name: string) => boolean;

// Doubts that count together, because each moves the times in care, or the time at home that follows them.
const TOGETHER = [
  "as_breaks",
  "care_dates",
  "care_order_now",
  "care_types",
  "home_spell",
  "in_care_now",
  "section17_or_housing",
];
// The other doubts, as they can change a status: each by itself, but for being away from care at 16, which has two
// halves, and for a programme, which may count only for somebody who was.
const AWAY = ["before_16", "place_at_16"];
const PROGRAMME = "learning_programme";
const BY_ITSELF = [
  [],
  ["nation"],
  ["sgo"],
  ["sgo_before"],
  ["other_accommodation"],
  AWAY,
  [PROGRAMME],
  [...AWAY, PROGRAMME],
];

/**
 * The life of the best guess; by name of each unsure answer, the life in which that guess alone is wrong; and every
 * life that the answers leave open, each once.
 */
export interface Lives {
  guess: Life;
  others: [string, Life][];
  every: Life[];
}

/** The lives that answers leave open as of today (London). */
export function lives(answers: ReadAnswers, today: Day): Lives {
  const names = unsure(answers);
  const from = (wrong: string[]) => life(answers, today, (name) => wrong.includes(name));
  const others = names.map((name): [string, Life] => [name, from([name])]);
  let subsets: string[][] = [[]];
  // A type that is not known has a third reading, beside full-time care and none: short breaks.
  const doubted = names.includes("care_types") ? [...names, "as_breaks"] : names;
  for (const name of doubted.filter((one) => TOGETHER.includes(one)))
    subsets = [...subsets, ...subsets.map((some) => [...some, name])];
  const every = new Map<string, Life>();
  for (const one of BY_ITSELF.map((group) => group.filter((name) => names.includes(name))))
    for (const found of subsets.map((some) => from([...some, ...one])))
      every.set(JSON.stringify(found), found);
  return { guess: from([]), others, every: [...every.values()] };
}

/** The names of the answers that leave something open, in order of the alphabet. */
export function unsure(answers: ReadAnswers): string[] {
  const { said, spells, home } = answers;
  const vague = (when: Between | null) => when !== null && when.earliest !== when.latest;
  const kinds = spells.map(({ type }) => type);
  const at16 = said.on_16th_birthday;
  const found = {
    nation: said.nation,
    in_care_now: said.in_care_now,
    care_order_now: said.care_order_now,
    care_dates:
      spells.some(({ start, end }) => vague(start) || vague(end)) ||
      startNotSaid(said, spells) ||
      onlyAt16(answers),
    care_types: kinds.includes("not_sure"),
    section17_or_housing: kinds.includes("section17_or_housing"),
    sgo: said.sgo.in_force,
    sgo_before: said.sgo.in_force !== "no" && said.sgo.looked_after_before,
    place_at_16: at16.where,
    before_16: at16.where !== "in_care" && at16.looked_after_before,
    home_spell: home
      ? vague(home.start) || vague(home.end) || brokeDownLate(answers)
      : // Adopted at 16 or 17: perhaps at home with the new parents for six months (CLR reg 3).
        said.home_spell === "not_sure" || (said.adopted_at ?? 0) >= LEAVES_FROM,
    other_accommodation: said.other_accommodation_16_17.includes("not_sure"),
    learning_programme: said.learning_programme_in_plan,
  };
  return Object.entries(found)
    .filter(([, open]) => open === true || open === "not_sure")
    .map(([name]) => name)
    .sort();
}

/** Whether the home broke down only after 18, where the law is not clear (CA89 s23C(1)(a)). */
function brokeDownLate({ dob, home }: ReadAnswers): boolean {
  return !!home?.end && home.end.latest >= birthday(dob, ADULT);
}

/** In care on the 16th birthday by one answer, and at no time that was given. */
function onlyAt16({ said, dob, spells }: ReadAnswers): boolean {
  const at16 = birthday(dob, LEAVES_FROM);
  const covers = ({ start, end, type }: Time) =>
    type !== "section17_or_housing" && start.earliest <= at16 && at16 <= (end?.latest ?? at16);
  return said.on_16th_birthday.where === "in_care" && !spells.some(covers);
}

/** In care now, or perhaps, without a time in care that still goes on. */
function startNotSaid(said: ReadAnswers["said"], spells: Time[]): boolean {
  const inCare = said.in_care_now !== "no" || said.care_order_now !== "no";
  return inCare && spells.every(({ end, type }) => end || type === "section17_or_housing");
}

function life(answers: ReadAnswers, today: Day, wrong: Wrong): Life {
  const { said, dob } = answers;
  const { sgo, on_16th_birthday: at16 } = said;
  const [fullTime, breaks] = times(answers, today, wrong);
  const guardian = sgo.in_force === "yes" || wrong("sgo");
  // Whoever has a special guardian and cannot say whether it was from care: our guess is that it was.
  const before = sgo.looked_after_before;
  const fromCare = before === "yes" || (before === "not_sure" && !wrong("sgo_before"));
  const away = at16.where === "detained" || at16.where === "hospital" || wrong("place_at_16");
  return {
    dob,
    abroad: (said.nation !== "england" && said.nation !== "not_sure") || wrong("nation"),
    fullTime,
    breaks,
    guardianship: guardian && fromCare,
    awayAt16: away && (at16.looked_after_before === "yes" || wrong("before_16")),
    home: home(answers, fullTime, wrong),
    otherHome:
      said.other_accommodation_16_17.some((code) => code !== "not_sure") || wrong("other_accommodation"),
    programme: said.learning_programme_in_plan === "yes" || wrong("learning_programme"),
  };
}

/** Times in care that count, and short breaks: each merged and ended by the 18th birthday. */
function times(answers: ReadAnswers, today: Day, wrong: Wrong): [Times, Times] {
  const { said, dob } = answers;
  const at18 = birthday(dob, ADULT);
  const order = said.care_order_now === "yes" || wrong("care_order_now");
  const spells = answers.spells.filter((spell) => isCare(said.in_care_now === "yes", spell, wrong));
  const openNow = spells.some(({ end }) => !end);
  // Unsure whether in care now: our guess follows the times that were given.
  const guess = said.in_care_now === "yes" || (said.in_care_now === "not_sure" && openNow);
  const inCare = order || guess !== wrong("in_care_now");
  const [fullTime, breaks]: [Times, Times] = [[], []];
  for (const { start, end, type } of spells) {
    const unknown = type === "not_sure" && (wrong("as_breaks") || wrong("care_types"));
    const isBreak = type === "short_break_series" || unknown;
    const [from, to] = longest(start, end, wrong("care_dates"));
    const still = !end && (inCare || isUncertain(type));
    // A planned series of breaks cannot be under a care order (CPPCR reg 48).
    (isBreak && (!order || end) ? breaks : fullTime).push([from, still ? at18 : (to ?? today)]);
  }
  if (inCare && !openNow) fullTime.push([wrong("care_dates") ? today : dob, at18]);
  const at16 = birthday(dob, LEAVES_FROM);
  if (at16 <= today && onlyAt16(answers))
    fullTime.push(wrong("care_dates") ? [at16, at16] : [dob, Math.min(today, at18)]);
  return [merged(fullTime, at18), merged(breaks, at18)];
}

/** Whether a time was care in law. One that goes on for somebody who is in care was; only of which type is open. */
function isCare(inCareNow: boolean, { type, end }: Time, wrong: Wrong): boolean {
  if (type === "section17_or_housing") return wrong(type);
  return type !== "not_sure" || (!end && inCareNow) || wrong("as_breaks") || !wrong("care_types");
}

/** The longest that a time can have been; the shortest when that guess is wrong. */
function longest(start: Between, end: Between | null, wrong: boolean): [Day, Day | null] {
  return wrong ? [start.latest, end?.earliest ?? null] : [start.earliest, end?.latest ?? null];
}

function merged(spans: Times, at18: Day): Times {
  const found: Times = [];
  const cut = spans
    .filter(([start]) => start < at18)
    .map(([start, end]) => [start, Math.min(end, at18)] as const);
  for (const [start, end] of cut.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = found[found.length - 1];
    if (start > end) continue;
    if (last && start <= last[1]) last[1] = Math.max(end, last[1]);
    else found.push([start, end]);
  }
  return found;
}

/**
 * The time back home, which can only begin when the last time in care ended. Not sure whether there was one: our guess
 * is no; otherwise since care ended, and still. One that broke down only after 18 may count as broken down before.
 */
function home(answers: ReadAnswers, fullTime: Times, wrong: Wrong): Life["home"] {
  const isWrong = wrong("home_spell");
  const ended = fullTime[fullTime.length - 1]?.[1];
  const { home: spell } = answers;
  if (!spell) return isWrong && ended !== undefined ? [ended, null] : null;
  if (isWrong && brokeDownLate(answers)) return null;
  const [since, until] = longest(spell.start, spell.end, isWrong);
  return [Math.max(since, ended ?? since), until];
}
