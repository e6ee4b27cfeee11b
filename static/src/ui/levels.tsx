/** The four levels of a skill: their words, and the buttons to choose one. */
import type { TargetedKeyboardEvent } from "preact";
import { useId } from "preact/hooks";
import { LEVELS, type Level } from "../data/types";
import { t } from "../i18n/index";

export function levelWords(level: Level): string {
  switch (level) {
    case "not_yet":
      return t("Not yet");
    case "with_help":
      return t("With help");
    case "on_my_own":
      return t("On my own");
    case "can_show":
      return t("I could show a friend");
  }
}

interface LevelPickerProps {
  value: Level;
  onChange: (level: Level) => void;
  /** What is being answered; read by screen readers, and shown when `showLegend`. */
  legend: string;
  showLegend?: boolean | undefined;
  disabled?: boolean | undefined;
}

// A browser chooses at each arrow key. Here every choice is kept in the skill's history, so the arrows only move
// and the space key or a tap chooses.
function moveFocus(event: TargetedKeyboardEvent<HTMLFieldSetElement>): void {
  const forward = event.key === "ArrowDown" || event.key === sideways(event.currentTarget, true);
  const backward = event.key === "ArrowUp" || event.key === sideways(event.currentTarget, false);
  if (!forward && !backward) return;
  event.preventDefault();
  const radios = [...event.currentTarget.querySelectorAll<HTMLInputElement>("input:not(:disabled)")];
  const at = radios.indexOf(document.activeElement as HTMLInputElement);
  radios[(at + (forward ? 1 : -1) + radios.length) % radios.length]?.focus();
}

function sideways(inside: Element, forward: boolean): string {
  const leftToRight = getComputedStyle(inside).direction === "ltr";
  return forward === leftToRight ? "ArrowRight" : "ArrowLeft";
}

export function LevelPicker({
  value,
  onChange,
  legend,
  showLegend = false,
  disabled = false,
}: LevelPickerProps) {
  const name = useId();
  return (
    <fieldset class="choices" onKeyDown={moveFocus}>
      <legend class={showLegend ? undefined : "hidden"}>{legend}</legend>
      <div class="choices-row four">
        {LEVELS.map((level) => (
          <label class="choice" key={level}>
            <input
              type="radio"
              name={name}
              value={level}
              checked={level === value}
              disabled={disabled}
              onChange={() => onChange(level)}
            />
            {levelWords(level)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
