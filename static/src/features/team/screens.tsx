/** The manager's screens, in a chunk of their own; which of them an address shows. */
import { Route, Switch } from "wouter-preact";
import { NotFound } from "../../app/not-found";
import { staffStyles } from "../caseload/styles";
import { TeamAdviser } from "./adviser-page";
import { TeamEnded } from "./ended";
import { TeamPerson } from "./person-page";
import { TeamPledge } from "./pledge";
import { Team } from "./team";

const SCREENS = {
  "/team": Team,
  "/team/adviser/:id": TeamAdviser,
  "/team/person/:space": TeamPerson,
  "/team/ended": TeamEnded,
  "/team/pledge/:part?": TeamPledge,
} as const;

export function TeamScreens() {
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

await staffStyles();
