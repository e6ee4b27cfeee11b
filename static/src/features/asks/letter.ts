/** Letters in plain words, made from a request or from an entry. Pure: what is typed beside them is kept nowhere. */
import type { ShownRequest } from "../../data/asks-view";
import type { Span } from "../../data/content-types";
import type { Bundle, Entitlement } from "../../data/types";
import { formatDate, t, tn, unmarked } from "../../i18n/index";
import { boundWords, figureWords, headline, perWords } from "../rights/amounts";
import { sourceLines } from "../rights/sources";
import type { Protest } from "./challenge";

export interface Letter {
  to: string;
  subject: string;
  /** For the line of an e-mail that travels openly: nothing personal but the number. */
  mailSubject: string;
  paragraphs: string[];
}

/** What the person adds on the screen. */
export interface Sender {
  name: string;
  address: string;
}

interface About {
  bundle: Bundle;
  /** Null when the pack no longer has it. */
  entry: Entitlement | null;
  answerDays: number;
  today: string;
}

/** Asking for the reason of a no, or of no answer at all. */
export function askWhyLetter(request: ShownRequest, about: About): Letter {
  const answered = request.state === "refused";
  return {
    to: toWords(about),
    subject: t("Please tell me why, in writing: {title} ({number})", named(request)),
    mailSubject: t("My request {number}", { number: request.number }),
    paragraphs: [
      askedWords(request),
      ...answerWords(request),
      ...readWords(about),
      answered
        ? t(
            "Please write to me and tell me the reason for your decision, which law or rule you used, and what I can do if I do not agree.",
          )
        : t(
            "Please write to me and tell me what you have decided and the reason for it, which law or rule you used, and what I can do if I do not agree.",
          ),
      withinWords({ working_days: about.answerDays }),
    ],
  };
}

/** Challenging a decision, or that there is none. `within`: how long the law gives them to answer, where it says so. */
export function protestLetter(
  request: ShownRequest,
  about: About,
  protest: Protest,
  within: Span | null,
): Letter {
  const again = protest === "again";
  return {
    to:
      protest === "stage-1"
        ? t("The complaints manager, {council}", { council: councilWords(about) })
        : toWords(about),
    subject: again
      ? t("Please look at this again: {title} ({number})", named(request))
      : t("Complaint: {title} ({number})", named(request)),
    mailSubject: again
      ? t("My request {number}", { number: request.number })
      : t("Complaint about request {number}", { number: request.number }),
    paragraphs: [
      openingWords(protest),
      askedWords(request),
      ...answerWords(request),
      ...readWords(about),
      t("What I want: please look at my request again, and write to me with your answer and your reasons."),
      protest === "stage-1" && within ? withinWords(within) : t("Please tell me by when you will answer."),
      ...(protest === "stage-1"
        ? [t("I would like an advocate to help me. Please tell me how I get one.")]
        : []),
    ],
  };
}

/** Children's services: Children Act 1989, sections 24D and 26. Elsewhere the right way may be a review or an appeal. */
function openingWords(protest: Protest): string {
  if (protest === "stage-1") {
    return t(
      "I want to make a complaint under the Children Act 1989 complaints procedure. Please treat this letter as stage 1.",
    );
  }
  const otherWay = t(
    "If I must use another way, like a review or an appeal, please treat this letter as the start of it, or tell me at once how and by when.",
  );
  return protest === "again"
    ? t("I do not agree, and I ask you to look at this again. {otherWay}", { otherWay })
    : t("I want to make a complaint. {otherWay}", { otherWay });
}

/** Asking by letter, for somebody who has not signed in. */
export function requestLetter(entry: Entitlement, need: string, about: About): Letter {
  return {
    to: toWords(about),
    subject: t("I am asking for: {title}", { title: entry.title }),
    mailSubject: t("I am asking for help"),
    paragraphs: [
      need.trim() ? t("What I need: {need}", { need: need.trim() }) : t("What I need: [write it here]"),
      ...readWords(about),
      t(
        "Please write to me with your answer. If it is no, please tell me why, and what I can do if I do not agree.",
      ),
      withinWords({ working_days: about.answerDays }),
    ],
  };
}

/** The whole letter as text, to copy or share. */
export function letterText({ head, subject, body }: Sheet): string {
  return [...head, subject, ...body].join("\n\n");
}

/** A letter as it stands on paper. */
export interface Sheet {
  head: string[];
  subject: string;
  body: string[];
  mailSubject: string;
}

/** A letter for whoever it is written to: without the marks that tell the reader of this phone what is English. */
export function forOthers({ head, subject, body, mailSubject }: Sheet): Sheet {
  return {
    head: head.map(unmarked),
    subject: unmarked(subject),
    body: body.map(unmarked),
    mailSubject: unmarked(mailSubject),
  };
}

/** Puts a letter on paper, with who writes it and the day. */
export function sheetOf(letter: Letter, sender: Sender, today: string): Sheet {
  const { name, address } = senderWords(sender);
  return {
    head: [name, address, formatDate(today, "long"), t("To: {who}", { who: letter.to })],
    subject: letter.subject,
    body: [...letter.paragraphs, t("Thank you."), name],
    mailSubject: letter.mailSubject,
  };
}

/** What stands where the person has not typed anything yet. */
function senderWords({ name, address }: Sender): Sender {
  return {
    name: name.trim() || t("[your name]"),
    address: address.trim() || t("[your address, phone or e-mail]"),
  };
}

const named = ({ title, number }: ShownRequest) => ({ title, number });

function askedWords({ made_at, title, number, need, note }: ShownRequest): string {
  const asked = t(
    "On {date} I asked for this: {title}. The number of my request is {number}. I wrote: “{need}”",
    {
      date: formatDate(made_at, "long"),
      ...{ title, number, need },
    },
  );
  return note ? t("{asked} And: “{note}”", { asked, note }) : asked;
}

function answerWords({ state, steps, late, due }: ShownRequest): string[] {
  const refusal = steps.filter((step) => step.state === "refused").at(-1);
  if (state === "refused" && refusal) {
    const date = formatDate(refusal.at, "long");
    return [
      t("On {date} I was told no. The reason I was given: “{reason}”", { date, reason: refusal.words }),
    ];
  }
  const date = formatDate(due, "long");
  if (late) return [t("An answer was due by {date}. I have not had one.", { date })];
  return state === "asked" || state === "seen" ? [t("An answer is due by {date}.", { date })] : [];
}

/** What the entry says, and where that comes from. */
function readWords({ entry, bundle, today }: About): string[] {
  if (!entry) return [];
  // A summary that names the sum says enough: an old paper's lower figure beside it would speak against the person.
  const found = headline(entry.amounts ?? [], today);
  const head = entry.summary.includes("£") || found?.value === 0 ? null : found;
  const figure = head
    ? [boundWords(head.amount.bound), figureWords(head.amount, head.value), perWords(head.amount.per)]
        .filter(Boolean)
        .join(" ")
    : "";
  const label = head?.amount.label;
  const said = { summary: entry.summary, figure };
  const says = figure
    ? label
      ? t("This is what I have read about it: {summary} {label}: {figure}.", { ...said, label })
      : t("This is what I have read about it: {summary} The figure is {figure}.", said)
    : t("This is what I have read about it: {summary}", { summary: entry.summary });
  const sources = sourceLines(entry.sources, bundle.council.paper).join("; ");
  return [sources ? t("{says} It comes from: {sources}.", { says, sources }) : says];
}

function withinWords({ working_days, days, months }: Span): string {
  if (working_days) {
    return tn(
      "Please answer within {n} working day of getting this letter.",
      "Please answer within {n} working days of getting this letter.",
      working_days,
    );
  }
  if (days) {
    return tn(
      "Please answer within {n} day of getting this letter.",
      "Please answer within {n} days of getting this letter.",
      days,
    );
  }
  return tn(
    "Please answer within {n} month of getting this letter.",
    "Please answer within {n} months of getting this letter.",
    months ?? 1,
  );
}

function councilWords({ bundle: { council } }: About): string {
  return council.state === "base" ? t("my council") : t("{council} council", { council: council.name });
}

function toWords(about: About): string {
  return about.entry && about.entry.council !== "responsible"
    ? about.entry.decides
    : t("The leaving care team, {council}", { council: councilWords(about) });
}
