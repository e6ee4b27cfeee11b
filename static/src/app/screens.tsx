/** Shows the one of several screens that belongs to the address. */
import type { ComponentType } from "preact";
import { Route, Switch } from "wouter-preact";
import { NotFound } from "./not-found";

export function Screens({ of }: { of: Readonly<Record<string, ComponentType>> }) {
  return (
    <Switch>
      {Object.entries(of).map(([pattern, Screen]) => (
        <Route key={pattern} path={pattern}>
          <Screen />
        </Route>
      ))}
      <Route component={NotFound} />
    </Switch>
  );
}
