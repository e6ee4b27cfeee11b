/** What can be found: each entry of the bundle as one document, with what the list of results shows of it. */
import type { Bundle } from "../../data/types";
import { topics } from "../help/topics";

export type Kind = "right" | "offer" | "promise" | "help" | "skill" | "word";

export interface Document {
  /** Kind and id: two kinds may use one id. */
  id: string;
  kind: Kind;
  /** The id within its kind. */
  entry: string;
  title: string;
  /** Other names. */
  also: string;
  summary: string;
  /** The rest of its words; searched, not shown. */
  body: string;
  /** How much it counts beside others that fit as well. */
  weight: number;
}

// Between equals, what a person can ask for goes before what explains it, and help in a crisis before all.
const WEIGHTS: Record<Kind, number> = {
  right: 1.6,
  offer: 1.2,
  help: 1.1,
  word: 1,
  promise: 0.9,
  skill: 0.9,
};
const URGENT = 3;

interface Content {
  title: string;
  summary: string;
  also?: readonly string[] | undefined;
  body?: readonly (string | undefined)[];
  weight?: number;
}

function document(kind: Kind, entry: string, content: Content): Document {
  const { title, summary, also = [], body = [], weight = WEIGHTS[kind] } = content;
  // Full stops keep the last word of one text and the first of the next from making a name together.
  const joined = (texts: readonly (string | undefined)[]) => texts.filter(Boolean).join(". ");
  return {
    id: `${kind}/${entry}`,
    kind,
    entry,
    title,
    summary,
    also: joined(also),
    body: joined(body),
    weight,
  };
}

/** All documents of a council's content. */
export function documentsOf(bundle: Bundle): Document[] {
  return [rights, offer, promises, help, skills, words].flatMap((documents) => documents(bundle));
}

function rights({ entitlements }: Bundle): Document[] {
  return entitlements.map((one) => {
    const { id, title, summary, also_called: also } = one;
    const figures = (one.amounts ?? []).flatMap(({ label, note }) => [label, note]);
    const later = [one.until_then?.text, one.future?.text];
    const body = [one.what_for, one.how_to_ask, one.decides, ...(one.pitfalls ?? []), ...figures, ...later];
    return document("right", id, { title, summary, also, body });
  });
}

function offer({ offer }: Bundle): Document[] {
  return offer.map(({ id, title, summary, how_to_ask }) =>
    document("offer", id, { title, summary, body: [how_to_ask] }),
  );
}

function promises({ pledge }: Bundle): Document[] {
  return (pledge?.areas ?? []).flatMap((area) =>
    area.promises.map(({ id, text }) => document("promise", id, { title: text, summary: area.title })),
  );
}

function help({ help }: Bundle): Document[] {
  const words = new Map(topics().map((topic) => [topic.id, topic.words]));
  return help.map(({ id, title, who, hours, topics, urgent }) => {
    const body = [hours, ...topics.map((topic) => words.get(topic))];
    const weight = urgent ? URGENT : WEIGHTS.help;
    return document("help", id, { title, summary: who, body, weight });
  });
}

function skills({ passport }: Bundle): Document[] {
  return passport.areas.flatMap((area) =>
    area.skills.map(({ id, can, why, try: how, evidence }) =>
      document("skill", id, { title: can, summary: area.title, body: [why, how, evidence] }),
    ),
  );
}

function words({ glossary = [] }: Bundle): Document[] {
  return glossary.map(({ id, term, meaning, also = [], typed = [] }) =>
    document("word", id, { title: term, summary: meaning, also: [...also, ...typed] }),
  );
}
