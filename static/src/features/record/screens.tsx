/** A young person's own record, fetched together when the first of its screens is opened; which of them an address shows. */
import { Route, Switch } from "wouter-preact";
import { NotFound } from "../../app/not-found";
import { MyCopy } from "./copy";
import { EndAccount } from "./end";
import { WhoLooked } from "./looks";

const SCREENS = {
  "/me/looks": WhoLooked,
  "/me/copy": MyCopy,
  "/me/end": EndAccount,
} as const;

export function RecordScreens() {
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
