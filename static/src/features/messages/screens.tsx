/** Messages: the young person's own conversation. */
import { me } from "../../data/session";
import { t } from "../../i18n/index";
import { Page } from "../../ui/page";
import { Conversation } from "./conversation";

export function MessagesScreen() {
  const space = me.value?.space;
  return (
    <Page title={t("Messages")}>{space && <Conversation key={space} space={space} side="young" />}</Page>
  );
}
