/** The few numbers that must never be missing, for a phone that could not fetch the rest yet. */
import type { HelpLine } from "../../data/types";
import { t } from "../../i18n/index";
import { englishOf } from "../../ui/beside";

const PROVENANCE = {
  sources: [],
  as_at: "2026-11-22",
  review_by: "2027-02-22",
  confidence: "high",
  free: true,
  urgent: true,
} as const;

export function fallbackLines(): HelpLine[] {
  const english = englishOf(lines);
  return lines().map((line, at) => {
    const { title, who, hours } = english?.[at] ?? line;
    return english ? { ...line, english: { title, who, hours } } : line;
  });
}

function lines(): HelpLine[] {
  const always = t("All day, every day");
  const line = (id: string, order: number, title: string, who: string, number: string): HelpLine => ({
    ...PROVENANCE,
    ...{ id, order, title, who, hours: always, topics: ["danger"], sources: [] },
    contacts: [{ type: "call", value: number }],
  });
  return [
    line(
      "emergency",
      10,
      t("999 emergency"),
      t("Anyone in danger now. Ask for police, ambulance or fire."),
      "999",
    ),
    line(
      "nhs-111",
      20,
      t("NHS 111"),
      t("Health help when it is not a 999 emergency. Option 2: your mind."),
      "111",
    ),
    line("samaritans", 30, "Samaritans", t("Anyone who is struggling."), "116 123"),
    line("childline", 40, "Childline", t("Anyone under 19."), "0800 1111"),
  ];
}
