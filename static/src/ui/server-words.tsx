/** Why the server did not take something: in its own words, which may be in another language than the screen. */
import { t } from "../i18n/index";

/** Read in their own direction, so that a full stop does not come before an English sentence on an Arabic screen. */
export function ServerWords({ detail }: { detail: string | null | undefined }) {
  return <bdi>{detail ?? t("The server said no.")}</bdi>;
}
