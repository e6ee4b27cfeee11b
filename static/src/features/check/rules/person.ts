/** One person through time: what is known about them on any day, from their answers and how they live now. Pure. */
import type { Condition, Entitlement } from "../../../data/content-types";
import { ageOn, birthday, type Day, fromIso, toIso } from "./ages";
import { trusted } from "./answers";
import { inLearning, inOrder, possible, type Standing, standing, turningDays } from "./status";
import type { CheckInput, Circumstances } from "./types";
import { type Person, ruledOut } from "./who";

/** A person's course through time, worked out once and asked for every entitlement. */
export class Course {
  readonly standing: Standing;
  readonly today: Day;
  private readonly facts: Circumstances;
  private readonly known = new Map<Day, Person>();
  private turns: Day[] | null = null;

  /** Throws when the answers cannot be true. */
  constructor(private readonly input: CheckInput) {
    this.today = fromIso(input.today);
    const answers = trusted(input.answers, this.today);
    this.standing = standing(answers, this.today);
    const facts = { ...input.circumstances };
    const learns = facts.in_education ?? "not_sure";
    if (learns === "not_sure" && answers.said.in_or_wants_education === "no") facts.in_education = "none";
    if (facts.in_education === "none") facts.full_time = "no";
    this.facts = facts;
  }

  /** What is known on a day. */
  on(day: Day): Person {
    let person = this.known.get(day);
    if (!person) {
      person = {
        day: toIso(day),
        age: ageOn(this.standing.lives.guess.dob, day),
        statuses: possible(this.standing, day),
        inLearning: inLearning(this.standing, day),
        facts: this.facts,
        council: this.input.council,
        homeCouncil: this.input.homeCouncil,
      };
      this.known.set(day, person);
    }
    return person;
  }

  /** The same, as if everything had begun that a person may start one day. */
  started(day: Day): Person {
    return { ...this.on(day), started: true };
  }

  /** Every day, in order, on which the verdict on an entry can change: ages, days and changes of status. */
  turningDays({ who, applies }: Entitlement): Day[] {
    this.turns ??= turningDays(this.standing);
    const edges = { date_from: applies?.from, date_to: applies?.to } as Condition;
    return inOrder([
      ...this.turns,
      ...marks(edges, this.standing.lives.guess.dob),
      ...marks(who, this.standing.lives.guess.dob),
    ]);
  }
}

/** The days on which a condition can change for somebody born on a day. */
function marks(node: Condition, born: Day): Day[] {
  const { age_min, age_max, date_from, date_to, all = [], any = [] } = node;
  const days = [...all, ...any, ...ruledOut(node)].flatMap((one) => marks(one, born));
  if (age_min !== undefined) days.push(birthday(born, age_min));
  if (age_max !== undefined) days.push(birthday(born, age_max + 1));
  if (date_from) days.push(fromIso(date_from));
  if (date_to) days.push(fromIso(date_to) + 1);
  return days;
}
