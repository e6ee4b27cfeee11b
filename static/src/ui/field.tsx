/** Fields of a form: label, hint, error and control tied together for screen readers. */
import type { ComponentChildren } from "preact";

interface Frame {
  id: string;
  label: string;
  hint?: string | undefined;
  /** What is wrong and how to put it right; shown above the control. */
  error?: string | null | undefined;
}

function describedBy({ id, hint, error }: Frame): string | undefined {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

function FieldFrame({ id, label, hint, error, children }: Frame & { children: ComponentChildren }) {
  return (
    <div class={error ? "field wrong" : "field"}>
      <label for={id}>{label}</label>
      {hint && (
        <p class="s soft" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="s error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {children}
    </div>
  );
}

type Controlled = Frame & { value: string; onInput: (value: string) => void; required?: boolean | undefined };

interface FieldProps extends Controlled {
  type?: "text" | "password" | "email" | "search" | "date" | "month" | "time" | "tel" | undefined;
  autoComplete?: string | undefined;
  inputMode?: "text" | "numeric" | "email" | "search" | undefined;
  maxLength?: number | undefined;
  spellCheck?: boolean | undefined;
  autoCapitalize?: "off" | "none" | "characters" | "words" | undefined;
  placeholder?: string | undefined;
}

export function Field({ label, hint, error, onInput, type = "text", ...rest }: FieldProps) {
  const frame = { id: rest.id, label, hint, error };
  return (
    <FieldFrame {...frame}>
      <input
        {...rest}
        // The typings want one branch for each type of input; all of ours take the same attributes.
        type={type as "text"}
        aria-describedby={describedBy(frame)}
        aria-invalid={error ? true : undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </FieldFrame>
  );
}

interface AreaFieldProps extends Controlled {
  maxLength?: number | undefined;
}

export function AreaField({ label, hint, error, onInput, ...rest }: AreaFieldProps) {
  const frame = { id: rest.id, label, hint, error };
  return (
    <FieldFrame {...frame}>
      <textarea
        {...rest}
        aria-describedby={describedBy(frame)}
        aria-invalid={error ? true : undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </FieldFrame>
  );
}

interface SelectFieldProps extends Controlled {
  options: readonly { value: string; words: string }[];
}

export function SelectField({ label, hint, error, onInput, options, ...rest }: SelectFieldProps) {
  const frame = { id: rest.id, label, hint, error };
  return (
    <FieldFrame {...frame}>
      <select
        {...rest}
        aria-describedby={describedBy(frame)}
        aria-invalid={error ? true : undefined}
        onChange={(event) => onInput(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

interface SwitchProps {
  label: ComponentChildren;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

export function Switch({ label, checked, onChange }: SwitchProps) {
  return (
    <label class="switch">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      {label}
    </label>
  );
}
