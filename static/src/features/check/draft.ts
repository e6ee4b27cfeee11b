/** What a person has answered so far, question by question, and the answers of the law that it makes. Pure. */
import { ageOn, birthday, fromIso, toIso } from "./rules/ages";
import type { Answers, CareType, Circumstances, Nation, OtherHome, Spell, Tri, When } from "./rules/types";

/** Where somebody was in care last. `unsure_care`: they cannot say whether it was care at all. */
export type Place = Nation | "unsure_care" | "never";
export type Learning = "non_advanced" | "higher" | "apprenticeship" | "wants" | "none" | "not_sure";
/** Whether something was so, and if so whether it was straight from care. */
export type FromCare = "from_care" | "not_from_care" | "from_unsure" | "no" | "not_sure";
/** `hostel` is no home of the law's list: it becomes a time that may have been care. */
export type HomeAt16 = OtherHome | "hostel";

/** One time in care. `end` null: it still goes on, or went on until the 18th birthday. */
export interface Stay {
  start: When;
  end: When | null;
  type: CareType;
}

export interface BackHome {
  went: Tri;
  start?: When;
  /** Null: still there. */
  end?: When | null;
}

/** Answers by question. What is missing was not asked yet; null was skipped. */
export interface Draft {
  birthday?: { dob: string; disputed: Tri };
  place?: Place;
  now?: Tri;
  programme?: Tri;
  eighteenth?: Tri;
  spells?: Stay[];
  order?: Tri;
  /** In hospital or custody on the 16th birthday. */
  sixteenth?: FromCare;
  home?: BackHome;
  sgo?: FromCare;
  other?: HomeAt16[];
  learning?: Learning | null;
  full_time?: Tri | null;
  living?: string | null;
  immigration?: string | null;
  parent?: Tri | null;
  pregnant?: Tri | null;
  disabled_or_ill?: Tri | null;
  on_uc?: Tri | null;
  savings?: number | null;
  /** The single questions of entitlements, by `ask_id`. */
  asks?: Record<string, Tri>;
}

const ADULT = 18;

/** The day on which somebody reaches an age, as ISO dates. */
export function birthdayAt(dob: string, age: number): string {
  return toIso(birthday(fromIso(dob), age));
}

/** Whole years on a day; both are ISO dates. */
export function ageAt(dob: string, day: string): number {
  return ageOn(fromIso(dob), fromIso(day));
}

/** The answers that decide a status. What is not in the draft counts as its default. */
export function toAnswers(draft: Draft, today: string): Answers {
  const { dob, disputed } = draft.birthday ?? { dob: today, disputed: "no" };
  const adult = ageAt(dob, today) >= ADULT;
  const inCare = adult || draft.place === "never" ? "no" : (draft.now ?? "no");
  return {
    dob,
    age_disputed: disputed,
    nation: nationOf(draft.place),
    in_care_now: inCare,
    care_order_now: inCare === "no" ? "no" : (draft.order ?? "no"),
    care_spells: spellsOf(draft, dob, adult),
    sgo: guardianOf(draft.sgo),
    adopted_at: null,
    on_16th_birthday: placeAt16(draft.sixteenth),
    home_spell: homeOf(draft.home),
    other_accommodation_16_17: (draft.other ?? []).filter((one) => one !== "hostel"),
    in_or_wants_education: wantsLearning(draft.learning),
    learning_programme_in_plan: draft.programme ?? "no",
  };
}

function nationOf(place: Place | undefined): Nation {
  return place === undefined || place === "never" || place === "unsure_care" ? "england" : place;
}

function spellsOf(draft: Draft, dob: string, adult: boolean): Spell[] {
  const given = draft.place === "never" ? [] : (draft.spells ?? []);
  const until = adult ? untilAdult(draft.eighteenth, dob) : null;
  const spells: Spell[] = given.map((one) => ({ ...one, end: one.end ?? until }));
  // They say that they were in care at 18, and no time that they gave reaches so far: its start was left out.
  if (adult && draft.eighteenth === "yes" && given.every(({ end }) => end !== null))
    spells.push({ start: "not_sure", end: birthdayAt(dob, ADULT), type: "not_sure" });
  if (draft.other?.includes("hostel"))
    spells.push({ start: "not_sure", end: "not_sure", type: "section17_or_housing" });
  return spells;
}

/** Care ends at 18: the end of a time that went on, for somebody who is 18 or over now. */
function untilAdult(eighteenth: Tri | undefined, dob: string): When {
  return eighteenth === "yes" ? birthdayAt(dob, ADULT) : "not_sure";
}

function guardianOf(said: FromCare = "no"): Answers["sgo"] {
  const inForce = said === "no" || said === "not_sure" ? said : "yes";
  return { in_force: inForce, looked_after_before: beforeIt(said) };
}

/** Hospital and custody count alike (CLR reg 3), so one code stands for both. */
function placeAt16(said: FromCare = "no"): Answers["on_16th_birthday"] {
  const where = said === "no" ? "other" : said === "not_sure" ? said : "hospital";
  return { where, looked_after_before: beforeIt(said) };
}

function beforeIt(said: FromCare): Tri {
  if (said === "from_care") return "yes";
  return said === "from_unsure" || said === "not_sure" ? "not_sure" : "no";
}

function homeOf(home: BackHome | undefined): Answers["home_spell"] {
  if (home === undefined || home.went === "no") return null;
  if (home.went === "not_sure" || home.start === undefined) return "not_sure";
  return { start: home.start, end: home.end ?? null };
}

function wantsLearning(learning: Learning | null | undefined): Tri {
  if (learning === null || learning === undefined || learning === "not_sure") return "not_sure";
  return learning === "none" ? "no" : "yes";
}

/** How the person lives now, as far as they said. */
export function toCircumstances(draft: Draft): Circumstances {
  const { learning, full_time, living, immigration, parent, pregnant } = draft;
  const { disabled_or_ill, on_uc, savings, asks = {} } = draft;
  return {
    in_education: learning === "wants" ? "none" : (learning ?? null),
    full_time: full_time ?? null,
    living: living ?? null,
    immigration: immigration ?? null,
    parent: parent ?? null,
    pregnant: pregnant ?? null,
    disabled_or_ill: disabled_or_ill ?? null,
    on_uc: on_uc ?? null,
    savings: savings ?? null,
    asks,
  };
}
