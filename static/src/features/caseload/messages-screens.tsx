/** The adviser's screens of a conversation; which of them an address shows. */
import { Screens } from "../../app/screens";
import { PersonMessages } from "./messages";
import { MarkMessage } from "./messages-mark";
import { QuickRepliesScreen } from "./quick-edit";

const SCREENS = {
  "/people/:space/messages": PersonMessages,
  "/people/:space/messages/quick": QuickRepliesScreen,
  "/people/:space/messages/:id": MarkMessage,
} as const;

export function PersonMessageScreens() {
  return <Screens of={SCREENS} />;
}
