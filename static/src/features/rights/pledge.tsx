/** What this council has promised the children it looks after and its care leavers. */
import type { Bundle, Promise_ } from "../../data/types";
import { t } from "../../i18n/index";
import { Empty } from "../../ui/empty";
import { Page } from "../../ui/page";
import { Tag } from "../../ui/tag";
import { WithBundle } from "../../ui/with-bundle";
import { isOwnPack } from "./own-pack";
import { PaperLine } from "./paper-line";
import { RightsTabs } from "./rights-tabs";

export function PledgeScreen() {
  return (
    <Page title={t("My rights")} docTitle={t("Pledge – My rights")}>
      <RightsTabs current="pledge" />
      <WithBundle>{(bundle) => <PledgeAreas bundle={bundle} />}</WithBundle>
    </Page>
  );
}

function PledgeAreas({ bundle }: { bundle: Bundle }) {
  const { pledge } = bundle;
  if (!pledge || pledge.areas.length === 0 || !isOwnPack(bundle)) {
    return (
      <Empty title={t("No pledge here yet")}>
        <p>{t("A pledge is what a council promises you. Choose your council on Home.")}</p>
      </Empty>
    );
  }
  return (
    <>
      <h2>{pledge.title}</h2>
      <p>{pledge.intro}</p>
      <PaperLine bundle={bundle} />
      {pledge.areas.map((area) => (
        <section class="card" key={area.id} aria-labelledby={`area-${area.id}`}>
          <h2 id={`area-${area.id}`}>{area.title}</h2>
          <ul class="lines">
            {area.promises.map((promise) => (
              <PromiseLine key={promise.id} promise={promise} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function PromiseLine({ promise }: { promise: Promise_ }) {
  const must = promise.strength === "must";
  return (
    <li class="stack tight">
      <p>{promise.text}</p>
      <div>
        <Tag look={must ? "go" : "calm"}>{must ? t("Must have") : t("Good to have")}</Tag>
      </div>
    </li>
  );
}
