/** A young person's requests: those to answer on top (the one due first before the others), then the others. */
import { isOpen, type ShownRequest } from "../../data/asks-view";
import { formatDate, t } from "../../i18n/index";
import { LinkCard } from "../../ui/card";
import { Tag } from "../../ui/tag";
import { dueLine, happened, stateTag } from "./request-words";
import type { Person } from "./rules";

export function RequestsPart({ person, requests }: { person: Person; requests: ShownRequest[] }) {
  const open = requests.filter(({ state }) => isOpen(state)).sort((a, b) => (a.due < b.due ? -1 : 1));
  const others = requests.filter(({ state }) => !isOpen(state));
  return (
    <>
      <h2>{t("Requests")}</h2>
      {requests.length === 0 && (
        <p class="soft">{t("{name} has asked for nothing yet.", { name: person.name })}</p>
      )}
      <Cards person={person} requests={open} />
      {others.length > 0 && open.length > 0 && <h3>{t("Answered")}</h3>}
      <Cards person={person} requests={others} />
    </>
  );
}

function Cards({ person, requests }: { person: Person; requests: ShownRequest[] }) {
  if (requests.length === 0) return null;
  return (
    <ul class="bare stack tight">
      {requests.map((request) => {
        const tag = stateTag(request);
        return (
          <li key={request.id}>
            <LinkCard href={`/people/${person.space}/request/${request.id}`}>
              <b>{request.title}</b>
              <span class="row wraps">
                <Tag look={tag.look}>{tag.words}</Tag>
                <span class="s soft">{lineOf(request)}</span>
              </span>
            </LinkCard>
          </li>
        );
      })}
    </ul>
  );
}

function lineOf(request: ShownRequest): string {
  if (isOpen(request.state)) return dueLine(request);
  const last = request.steps.filter(({ state }) => state === request.state).at(-1);
  return last ? t("{what} on {date}", { what: happened(last), date: formatDate(last.at, "long") }) : "";
}
