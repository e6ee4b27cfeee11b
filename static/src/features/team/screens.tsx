/** The manager's screens, in a chunk of their own; which of them an address shows. */
import { Screens } from "../../app/screens";
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
  return <Screens of={SCREENS} />;
}

await staffStyles();
