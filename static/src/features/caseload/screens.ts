/** The adviser's screens, in one chunk; their styles are there before the first of them is drawn. */
import { staffStyles } from "./styles";

export { PersonDateScreens } from "./dates-screens";
export { PeopleList } from "./list";
export { PersonMessageScreens } from "./messages-screens";
export { NewYoungPerson } from "./new";
export { PersonPassport } from "./person";
export { PersonRights } from "./person-rights";
export { RequestScreen } from "./request";
export { SkillSignOff } from "./skill";

await staffStyles();
