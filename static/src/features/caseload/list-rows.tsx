/** The adviser's list drawn in two ways: a table where there is room, and cards on a phone. */
import { Link } from "wouter-preact";
import { me } from "../../data/session";
import { formatDate, t, tn } from "../../i18n/index";
import { ButtonLink } from "../../ui/button";
import { LinkCard } from "../../ui/card";
import { Bar } from "../../ui/ring";
import { councilName } from "../people/council";
import type { Covering } from "./covering";
import { NeedTags } from "./need-words";
import { ageOn, type Person } from "./rules";

interface RowsProps {
  people: Person[];
  now: number;
}

/** For whom the adviser covers; age, and the council when it is not the adviser's own or the person lives elsewhere. */
export function aboutWords(person: Person, now: number): string {
  const parts = [t("{age} years old", { age: ageOn(person.birthday, new Date(now).toISOString()) })];
  if (person.council !== me.value?.account.council) parts.push(councilName(person.council));
  if (person.homeCouncil && person.homeCouncil !== person.council)
    parts.push(t("lives in {council}", { council: councilName(person.homeCouncil) }));
  if (person.covering) parts.push(coveringWords(person.covering));
  return parts.join(" · ");
}

/** "You cover for Sam until 26 Nov". */
function coveringWords({ adviser, until }: Covering): string {
  const date = until && formatDate(until, "short");
  if (!adviser) return date ? t("You cover until {date}", { date }) : t("You cover just now");
  return date
    ? t("You cover for {name} until {date}", { name: adviser, date })
    : t("You cover for {name}", { name: adviser });
}

function lastMarkWords({ lastMark }: Person): string {
  return lastMark === null ? t("none yet") : formatDate(lastMark, "short");
}

function nextWords({ dates: { next } }: Person): string | null {
  return next && formatDate(next.day, "short");
}

/** Requests to answer, and those agreed that are still to be done; null when there are neither. */
function requestWords({ due, agreed }: Person): string | null {
  const parts: string[] = [];
  if (due.length > 0) parts.push(tn("{n} to answer", "{n} to answer", due.length));
  if (agreed > 0) parts.push(tn("{n} agreed, not done", "{n} agreed, not done", agreed));
  return parts.length > 0 ? parts.join(" · ") : null;
}

function Progress({ person }: { person: Person }) {
  const words = t("{done} of {total} skills on their own", { done: person.done, total: person.total });
  return <Bar done={person.done} of={person.total} label={words} />;
}

export function PeopleTable({ people, now }: RowsProps) {
  return (
    <table class="staff-table">
      <thead>
        <tr>
          <th scope="col">{t("Name")}</th>
          <th scope="col">{t("Needs you because")}</th>
          <th scope="col">{t("Next date")}</th>
          <th scope="col">{t("Requests")}</th>
          <th scope="col">{t("Last mark")}</th>
          <th scope="col">{t("Skills")}</th>
          <th scope="col">{t("Signed off")}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.space}>
            <th scope="row">
              <Link href={`/people/${person.space}`}>{person.name}</Link>
              <span class="meta">{aboutWords(person, now)}</span>
            </th>
            <td>
              <NeedTags person={person} now={now} links />
            </td>
            <td>{nextWords(person) ?? "—"}</td>
            <td>{requestWords(person) ?? "—"}</td>
            <td>{lastMarkWords(person)}</td>
            <td>
              <Progress person={person} />
              <span class="meta">{t("{done} of {total}", { done: person.done, total: person.total })}</span>
            </td>
            <td>{person.signed || "—"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function PeopleCards({ people, now }: RowsProps) {
  return (
    <ul class="bare stack">
      {people.map((person) => (
        <li key={person.space} class="stack tight">
          <LinkCard href={`/people/${person.space}`}>
            <span>
              <b>{person.name}</b>
              <span class="s soft staff-line">{aboutWords(person, now)}</span>
            </span>
            <NeedTags person={person} now={now} />
            {nextWords(person) && (
              <span class="s soft">{t("Next date: {date}", { date: nextWords(person) ?? "" })}</span>
            )}
            {requestWords(person) && (
              <span class="s soft">{t("Requests: {words}", { words: requestWords(person) ?? "" })}</span>
            )}
            <span class="row">
              <span class="grow">
                <Progress person={person} />
              </span>
              <span class="meta">{t("Last mark: {date}", { date: lastMarkWords(person) })}</span>
            </span>
          </LinkCard>
          {person.message && (
            <ButtonLink small look="quiet" href={`/people/${person.space}/messages`}>
              {t("Answer {name}", { name: person.name })}
            </ButtonLink>
          )}
        </li>
      ))}
    </ul>
  );
}
