/** The legal statuses that an adviser can record, and their names in law, as they stand in a file. */
import { t } from "../../i18n/index";

/** Those that a council can record, from care to none. "We cannot tell" is an answer of the check and not a status. */
export const RECORDED = [
  "looked_after",
  "eligible",
  "relevant",
  "frc",
  "qualifying",
  "qualifying_21_24",
  "none_care_experienced",
] as const;

/** The name in the Children Act 1989 and where it stands there; null for what has no name in law. */
export function nameInLaw(status: string): string | null {
  const names: Record<string, string> = {
    looked_after: t("“looked after child”, Children Act 1989, section 22"),
    eligible: t("“eligible child”, Children Act 1989, Schedule 2, paragraph 19B"),
    relevant: t("“relevant child”, Children Act 1989, section 23A"),
    frc: t("“former relevant child”, Children Act 1989, section 23C"),
    qualifying: t("“person qualifying for advice and assistance”, Children Act 1989, section 24"),
    qualifying_21_24: t("help with learning up to 25, Children Act 1989, section 24B"),
  };
  return names[status] ?? null;
}
