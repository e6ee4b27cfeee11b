/** The manager's screen, in a chunk of its own. */
import { staffStyles } from "../caseload/styles";

export { Team } from "./team";

await staffStyles();
