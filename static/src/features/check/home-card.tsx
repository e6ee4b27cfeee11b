/** The card on Home: the money that somebody could be missing; before the check, the way to it. */
import { bundle } from "../../data/content";
import { formatMoney, t, tn } from "../../i18n/index";
import { LinkCard } from "../../ui/card";
import { Icon } from "../../ui/icon";
import { useAsks } from "../asks/asks";
import { leftToAsk, leftWords, missingOf, sumsOf } from "../rights/missing";
import { check } from "./kept";
import { type Mine, useMine } from "./mine";

export function HomeCard() {
  const mine = useMine(bundle.value);
  if (!check.value) return null;
  return mine ? <Missing mine={mine} /> : <Invite begun={check.value.draft.birthday !== undefined} />;
}

function Invite({ begun }: { begun: boolean }) {
  return (
    <LinkCard href="/rights/check">
      <div class="row">
        <span class="avatar">
          <Icon name="check" />
        </span>
        <div class="grow">
          <b>{t("What can I get?")}</b>
          <p class="s soft">
            {begun ? t("Go on with the check") : t("About 5 questions. Your answers stay on this phone.")}
          </p>
        </div>
        <Icon name="next" turns />
      </div>
    </LinkCard>
  );
}

function Missing({ mine }: { mine: Mine }) {
  const asks = useAsks();
  const missing = missingOf(mine, asks?.requests ?? []);
  const { once, yearly } = sumsOf(missing);
  const ids = [...new Set(missing.map(({ id }) => id))];
  const titles = mine.input.entries.filter(({ id }) => ids.includes(id)).map(({ title }) => title);
  if (ids.length === 0) return <NothingMissing mine={mine} />;
  return (
    <LinkCard href="/rights/money">
      <p class="s soft">{t("You could be missing")}</p>
      <div class="row wraps">
        <div class="grow">
          {once > 0 && <p class="money big">{formatMoney(once)}</p>}
          {yearly > 0 && (
            <p class={once > 0 ? "money" : "money big"}>
              {formatMoney(yearly)}
              <span class="words"> {t("a year")}</span>
            </p>
          )}
        </div>
        <span class="tag go">{leftWords(leftToAsk(missing, asks?.requests ?? []))}</span>
      </div>
      <p class="s soft">{titles.join(" · ")}</p>
    </LinkCard>
  );
}

function NothingMissing({ mine }: { mine: Mine }) {
  const count = mine.result.entitlements.filter(({ state }) => state === "now").length;
  return (
    <LinkCard href="/rights/money">
      <b>{t("What I can get")}</b>
      <p class="s soft">{tn("{n} thing now", "{n} things now", count)}</p>
    </LinkCard>
  );
}
