/** A small set of answers of which one is chosen, as big buttons. */
import { useId } from "preact/hooks";

interface ChoicesProps<T extends string> {
  legend: string;
  options: readonly { value: T; words: string }[];
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
            {option.words}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
