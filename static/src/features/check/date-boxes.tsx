/** Three boxes for a date. Day and month may stay empty where a rough date will do. */
import { t } from "../../i18n/index";
import { Switch } from "../../ui/field";
import type { DateBoxes } from "./when";

interface DateBoxesProps {
  /** The id of the first box; an error of this date leads there. */
  id: string;
  legend: string;
  boxes: DateBoxes;
  onChange: (boxes: DateBoxes) => void;
  error?: string | undefined;
  showLegend?: boolean;
  /** Given where "not sure" is an answer. */
  unsure?: { on: boolean; onChange: (on: boolean) => void };
}

export function DateField({ id, legend, boxes, onChange, error, showLegend = true, unsure }: DateBoxesProps) {
  const parts = [
    { part: "day", words: t("Day"), size: 2 },
    { part: "month", words: t("Month"), size: 2 },
    { part: "year", words: t("Year"), size: 4 },
  ] as const;
  const errorId = error ? `${id}-error` : undefined;
  return (
    <fieldset class={error ? "field dates wrong" : "field dates"} aria-describedby={errorId}>
      <legend class={showLegend ? "strong" : "hidden"}>{legend}</legend>
      {error && (
        <p class="s error" id={errorId}>
          {error}
        </p>
      )}
      {!unsure?.on && (
        <div class="row">
          {parts.map(({ part, words, size }, at) => (
            <label key={part} class={part}>
              <span class="s">{words}</span>
              <input
                id={at === 0 ? id : undefined}
                inputMode="numeric"
                autoComplete="off"
                maxLength={size}
                value={boxes[part]}
                aria-invalid={error ? true : undefined}
                onInput={({ currentTarget }) => onChange({ ...boxes, [part]: currentTarget.value })}
              />
            </label>
          ))}
        </div>
      )}
      {unsure && <Switch label={t("Not sure")} checked={unsure.on} onChange={unsure.onChange} />}
    </fieldset>
  );
}
