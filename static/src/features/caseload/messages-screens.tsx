/** The adviser's screens of a conversation; which of them an address shows. */
import { Route, Switch } from "wouter-preact";
import { NotFound } from "../../app/not-found";
import { PersonMessages } from "./messages";
import { MarkMessage } from "./messages-mark";
import { QuickRepliesScreen } from "./quick-edit";

const SCREENS = {
  "/people/:space/messages": PersonMessages,
  "/people/:space/messages/quick": QuickRepliesScreen,
  "/people/:space/messages/:id": MarkMessage,
} as const;

export function PersonMessageScreens() {
  return (
    <Switch>
      {Object.entries(SCREENS).map(([pattern, Screen]) => (
        <Route key={pattern} path={pattern}>
          <Screen />
        </Route>
      ))}
      <Route component={NotFound} />
    </Switch>
  );
}
