/** Whether a calendar is told what a date is, or only that there is one. */
import { t } from "../../i18n/index";
import { Choices } from "../../ui/choices";

export type Naming = "neutral" | "full";

interface CalendarChoiceProps {
  value: Naming;
  onChange: (value: Naming) => void;
}

export function CalendarChoice({ value, onChange }: CalendarChoiceProps) {
  return (
    <Choices
      legend={t("What should your calendar show?")}
      options={[
        { value: "neutral", words: t("Appointment"), below: t("and the time, nothing more") },
        { value: "full", words: t("What it is"), below: t("and where") },
      ]}
      value={value}
      onChange={onChange}
    />
  );
}
