/** When somebody is away and who covers: the adviser's own screen, in a chunk of its own. */
import { staffStyles } from "../caseload/styles";

export { MyAway } from "./away";

await staffStyles();
