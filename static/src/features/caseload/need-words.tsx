/** "Needs you because": the reasons as coloured words. */
import { Link } from "wouter-preact";
import { daysBetween } from "../../data/working-days";
import { formatDate, t, tn } from "../../i18n/index";
import { today } from "../../ui/dated";
import { Tag, type TagLook } from "../../ui/tag";
import { timeWords } from "../dates/words";
import type { Need, Person } from "./rules";
import { needsOf } from "./rules";

/** Whole sentences, because many languages change the name of a day inside one. */
function dueOn(due: string): string {
  const words = [
    t("Request due Sun"),
    t("Request due Mon"),
    t("Request due Tue"),
    t("Request due Wed"),
    t("Request due Thu"),
    t("Request due Fri"),
    t("Request due Sat"),
  ];
  return words[new Date(`${due}T12:00:00Z`).getUTCDay()] ?? "";
}

/** By when a request is to be answered: "today", the name of a day of the week ahead, or the date. */
function dueWords(due: string): string {
  const days = daysBetween(today(), due);
  if (days === 0) return t("Request due today");
  if (days === 1) return t("Request due tomorrow");
  return days < 7 ? dueOn(due) : t("Request due {date}", { date: formatDate(due, "short") });
}

/** A date today or in the days ahead, with its time. */
function nearWords(day: string, time: string | null): string {
  const days = daysBetween(today(), day);
  if (days === 0) return time ? t("Date today, {time}", { time: timeWords(time) }) : t("Date today");
  if (days === 1) return time ? t("Date tomorrow, {time}", { time: timeWords(time) }) : t("Date tomorrow");
  return t("Date on {date}", { date: formatDate(day, "day") });
}

/** What they wrote today, or how many days it has waited for an answer. */
function messageWords({ n, days, unread }: Need & { kind: "message" }): string {
  if (days === 0) return unread ? tn("New message", "{n} new messages", n) : t("Message to answer");
  return tn("Message, {n} day", "Message, {n} days", days);
}

export function needWords(need: Need): { look: TagLook; words: string } {
  switch (need.kind) {
    case "message":
      return { look: "calm", words: messageWords(need) };
    case "review_late":
      return {
        look: "stop",
        words: tn("Review {n} day over the limit", "Review {n} days over the limit", need.days),
      };
    case "date_answer":
      return { look: "wait", words: tn("{n} date to answer", "{n} dates to answer", need.n) };
    case "date_near":
      return { look: "calm", words: nearWords(need.day, need.time) };
    case "late":
      return { look: "stop", words: tn("Request late", "{n} requests late", need.n) };
    case "request":
      return { look: "wait", words: dueWords(need.due) };
    case "sign_off":
      return {
        look: "go",
        words: tn("{n} skill to sign off", "{n} skills to sign off", need.n, { n: need.n }),
      };
    case "quiet":
      return {
        look: "wait",
        words: tn("No marks for {n} week", "No marks for {n} weeks", need.weeks, { n: need.weeks }),
      };
    case "no_marks":
      return { look: "calm", words: t("No marks yet") };
  }
}

interface NeedTagsProps {
  person: Person;
  now: number;
  /** Leads from the message to the conversation; not where the tags stand in a link themselves. */
  links?: boolean;
}

export function NeedTags({ person, now, links = false }: NeedTagsProps) {
  const needs = needsOf(person, now);
  if (needs.length === 0) return <Tag>{t("All good")}</Tag>;
  return (
    <span class="tags">
      {needs.map((need) => {
        const { look, words } = needWords(need);
        return links && need.kind === "message" ? (
          <Link key={need.kind} href={`/people/${person.space}/messages`}>
            <Tag look={look}>{words}</Tag>
          </Link>
        ) : (
          <Tag key={need.kind} look={look}>
            {words}
          </Tag>
        );
      })}
    </span>
  );
}
