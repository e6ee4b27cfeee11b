/** When a council's pack changed a figure: what holds for England as a whole, so that nobody settles for less. */
import type { Amount, Bundle, Entitlement } from "../../data/types";
import { t } from "../../i18n/index";
import { today } from "../../ui/dated";
import { Note } from "../../ui/note";
import { headline } from "./amounts";
import { AmountFigure } from "./figure";

export function Elsewhere({ entry, bundle }: { entry: Entitlement; bundle: Bundle }) {
  const [before] = Object.values(entry.overrides?.amounts ?? {}) as Amount[][];
  const general = headline(before ?? [], today());
  if (!general) return null;
  return (
    <Note>
      <p>
        {t("The figure above is what {council} wrote. For England as a whole it is:", {
          council: bundle.council.name,
        })}
      </p>
      <AmountFigure {...general} />
    </Note>
  );
}
