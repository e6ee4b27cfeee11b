/** Under a name on the duty list: how many requests wait for an answer and by when; late ones stand out. */
import { formatDate, tn } from "../../i18n/index";
import { Tag } from "../../ui/tag";
import type { Waits } from "./waiting";

export function WaitingLine({ waits }: { waits: Waits | undefined }) {
  if (!waits) return null;
  const { n, late } = waits;
  const due = formatDate(waits.due, "short");
  return (
    <>
      {late > 0 && (
        <span class="tags">
          <Tag look="stop">{tn("{n} request late", "{n} requests late", late)}</Tag>
        </span>
      )}
      <span class="s soft staff-line">
        {late > 0
          ? tn(
              "{n} request waiting, answer was due {date}",
              "{n} requests waiting, first answer was due {date}",
              n,
              { date: due },
            )
          : tn("{n} request waiting, answer due {date}", "{n} requests waiting, next answer due {date}", n, {
              date: due,
            })}
      </span>
    </>
  );
}
