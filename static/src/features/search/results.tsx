/** What was found, by kind: each kind with its name, its best few, and the rest on a tap. */
import { useState } from "preact/hooks";
import type { Bundle } from "../../data/types";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Card, LinkCard } from "../../ui/card";
import { LineCard } from "../help/line-card";
import type { Document, Kind } from "./documents";
import type { Found, Group } from "./find";

const AT_FIRST = 4;

function kindWords(kind: Kind): string {
  switch (kind) {
    case "right":
      return t("What you can get");
    case "offer":
      return t("Local offer");
    case "promise":
      return t("Pledge");
    case "help":
      return t("Get help");
    case "skill":
      return t("Passport skills");
    case "word":
      return t("Legal words");
  }
}

/** Where an entry is shown in full; null when the list of results says all there is. */
function addressOf({ kind, entry }: Document): string | null {
  switch (kind) {
    case "right":
      return `/rights/money/${entry}`;
    case "offer":
      return `/rights/offer/${entry}`;
    case "promise":
      return "/rights/pledge";
    case "help":
      return `/help/${entry}`;
    case "skill":
      return `/passport/skill/${entry}`;
    case "word":
      return null;
  }
}

export function Results({ found, bundle }: { found: Found; bundle: Bundle }) {
  return (
    <>
      {found.meant && <Entry document={found.meant} bundle={bundle} />}
      {found.groups.map((group) => (
        // The best entry is in the key, so that another search starts folded.
        <GroupList key={`${group.kind} ${group.found[0]?.id}`} group={group} bundle={bundle} />
      ))}
    </>
  );
}

function GroupList({ group: { kind, found }, bundle }: { group: Group; bundle: Bundle }) {
  const [all, showAll] = useState(false);
  const id = `found-${kind}`;
  // One more than a few is shown at once: a button would take its place.
  const folded = !all && found.length > AT_FIRST + 1;
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id}>{kindWords(kind)}</h2>
      <ul class="bare stack">
        {(folded ? found.slice(0, AT_FIRST) : found).map((one) => (
          <li key={one.id}>
            <Entry document={one} bundle={bundle} />
          </li>
        ))}
      </ul>
      {folded && (
        <Button look="quiet" small onClick={() => showAll(true)}>
          {t("Show all {n}", { n: found.length })}
          <span class="hidden">: {kindWords(kind)}</span>
        </Button>
      )}
    </section>
  );
}

function Entry({ document, bundle }: { document: Document; bundle: Bundle }) {
  const line = document.kind === "help" && bundle.help.find((one) => one.id === document.entry);
  if (line && !line.per_council) return <LineCard line={line} />;
  const words = (
    <>
      <b>{document.title}</b>
      <p class="s soft">{document.summary}</p>
    </>
  );
  const address = addressOf(document);
  return address ? <LinkCard href={address}>{words}</LinkCard> : <Card>{words}</Card>;
}
