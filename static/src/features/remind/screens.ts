/** The adviser's screens of reminders, in a chunk of their own. */
import { staffStyles } from "../caseload/styles";

export { RemindOne } from "./one";
export { RemindSeveral } from "./several";

await staffStyles();
