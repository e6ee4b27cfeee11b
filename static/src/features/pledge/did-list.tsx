/** You said, we did: what the council did about what it was told, the newest first. */
import type { Bundle, PledgeDid } from "../../data/types";
import { formatDate, t } from "../../i18n/index";
import { Card } from "../../ui/card";
import { Icon } from "../../ui/icon";
import { findPromise } from "./promises";

/** More than these are behind a tap. */
const FEW = 3;

export function DidList({ did, bundle }: { did: readonly PledgeDid[]; bundle: Bundle }) {
  if (did.length === 0) return null;
  return (
    <>
      <h2>{t("You said, we did")}</h2>
      <Entries did={did.slice(0, FEW)} bundle={bundle} />
      {did.length > FEW && (
        <details>
          <summary>
            <span>{t("What the council did before")}</span>
            <Icon name="down" />
          </summary>
          <Entries did={did.slice(FEW)} bundle={bundle} />
        </details>
      )}
    </>
  );
}

function Entries({ did, bundle }: { did: readonly PledgeDid[]; bundle: Bundle }) {
  return (
    <ul class="bare stack">
      {did.map((one) => (
        <li key={one.id}>
          <Card>
            <DidWords did={one} bundle={bundle} />
          </Card>
        </li>
      ))}
    </ul>
  );
}

export function DidWords({ did, bundle }: { did: PledgeDid; bundle: Bundle | null }) {
  const about = bundle && did.promise ? findPromise(bundle, did.promise)?.promise.text : null;
  return (
    <>
      <dl class="facts">
        <dt>{t("You said")}</dt>
        <dd class="own-words">{did.you_said}</dd>
        <dt>{t("We did")}</dt>
        <dd class="own-words">{did.we_did}</dd>
      </dl>
      <p class="meta">{formatDate(did.on, "long")}</p>
      {about && <p class="meta">{t("About the promise: {promise}", { promise: about })}</p>}
    </>
  );
}
