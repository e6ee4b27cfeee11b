/** Answers to choose from, one below the other: one of them, or all that fit. */
import { Both } from "../../ui/beside";
import type { Option } from "./questions";

interface ListProps {
  legend: string;
  name: string;
  options: readonly Option[];
}

interface OneProps extends ListProps {
  value: string | null;
  onChange: (value: string) => void;
  showLegend?: boolean | undefined;
  /** Short answers stand side by side. */
  inRow?: boolean | undefined;
}

export function OneAnswer(props: OneProps) {
  const { legend, name, options, value, onChange, showLegend = false, inRow = false } = props;
  return (
    <fieldset class="choices">
      <legend class={showLegend ? undefined : "hidden"}>{legend}</legend>
      <div class={inRow ? "choices-row three" : "choices-row tall"}>
        {options.map((option, at) => (
          <label class="choice" key={option.value}>
            <input
              id={at === 0 ? `${name}-first` : undefined}
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <Both text={option.words} english={option.english} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface ManyProps extends ListProps {
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

export function ManyAnswers({ legend, name, options, chosen, onChange }: ManyProps) {
  return (
    <fieldset class="choices">
      <legend class="hidden">{legend}</legend>
      <div class="choices-row tall">
        {options.map((option, at) => (
          <label class="choice" key={option.value}>
            <input
              id={at === 0 ? `${name}-first` : undefined}
              type="checkbox"
              name={name}
              checked={chosen.includes(option.value)}
              onChange={({ currentTarget }) =>
                onChange(
                  currentTarget.checked
                    ? [...chosen, option.value]
                    : chosen.filter((one) => one !== option.value),
                )
              }
            />
            <Both text={option.words} english={option.english} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
