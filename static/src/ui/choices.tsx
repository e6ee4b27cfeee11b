/** A small set of answers of which one is chosen, as big buttons. */
import { useId } from "preact/hooks";

interface ChoicesProps<T extends string> {
  legend: string;
  options: readonly {
    value: T;
    words: string;
    /** The language of the words, when it is not that of the screen. */
    lang?: string;
    /** Small, under the words. */
    below?: string;
  }[];
  value: T | null;
  onChange: (value: T) => void;
}

export function Choices<T extends string>({ legend, options, value, onChange }: ChoicesProps<T>) {
  const name = useId();
  return (
    <fieldset class="choices">
      <legend>{legend}</legend>
      <div class={options.length === 4 ? "choices-row four" : "choices-row"}>
        {options.map((option) => (
          <label class="choice" key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.lang ? <bdi lang={option.lang}>{option.words}</bdi> : option.words}
            {option.below && <small>{option.below}</small>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
