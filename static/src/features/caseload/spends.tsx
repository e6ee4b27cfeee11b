/** What a young person wrote down as received for one thing, item by item, so that both count the same. */
import { spentInAll } from "../../data/asks-view";
import { formatDate, formatMoney, t } from "../../i18n/index";
import { Card } from "../../ui/card";
import { readAsks } from "../asks/asks";
import type { Person } from "./rules";

export function SpendsPart({ person, entitlement }: { person: Person; entitlement: string }) {
  const spends = readAsks(person.space).spends(entitlement);
  if (spends.length === 0) return null;
  return (
    <>
      <h2>{t("What they got so far")}</h2>
      <Card>
        <p>
          {t("{name} wrote down: {money} in all", {
            name: person.name,
            money: formatMoney(spentInAll(spends)),
          })}
        </p>
        <ul class="lines s">
          {spends.map((spend) => (
            <li key={spend.id} class="row">
              <span class="grow">
                {spend.what}
                <span class="meta staff-line">{formatDate(spend.on, "long")}</span>
              </span>
              <b>
                <bdi>{formatMoney(spend.pence)}</bdi>
              </b>
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}
