/** The manager's screens, in a chunk of their own. */
import { staffStyles } from "../caseload/styles";

export { TeamAdviser } from "./adviser-page";
export { TeamPledge } from "./pledge";
export { Team } from "./team";

await staffStyles();
