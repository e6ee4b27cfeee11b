/** The ways on from an entitlement: ask for it, see what was asked, keep a record of what came. */
import { me } from "../../data/session";
import type { Entitlement } from "../../data/types";
import { formatDate, t } from "../../i18n/index";
import { ButtonLink } from "../../ui/button";
import { LinkCard } from "../../ui/card";
import { Tag, Tags } from "../../ui/tag";
import { useAsks } from "../asks/asks";
import { stateLook, stateWords } from "../asks/words";

export function AskButtons({ entry }: { entry: Entitlement }) {
  const asks = useAsks();
  if (me.value && !asks) return null;
  if (!asks) {
    return <ButtonLink href={`/asks/letter/${entry.id}`}>{t("Ask for this with a letter")}</ButtonLink>;
  }
  const [asked] = asks.requests.filter(
    ({ entitlement, state }) => entitlement === entry.id && state !== "withdrawn",
  );
  return (
    <>
      {asked && (
        <LinkCard href={`/asks/${asked.id}`}>
          <b>{t("You asked for this on {date}", { date: formatDate(asked.made_at, "short") })}</b>
          <Tags>
            <Tag look={stateLook(asked.state)}>{stateWords(asked.state)}</Tag>
          </Tags>
        </LinkCard>
      )}
      <ButtonLink href={`/asks/new/${entry.id}`} look={asked ? "quiet" : "main"}>
        {asks.adviser ? t("Ask {name} for this", { name: asks.adviser }) : t("Ask your council for this")}
      </ButtonLink>
      {entry.amounts?.some(({ adds_up }) => adds_up) && (
        <ButtonLink href={`/asks/spent/${entry.id}`} look="text">
          {t("Write down what I spent")}
        </ButtonLink>
      )}
    </>
  );
}
