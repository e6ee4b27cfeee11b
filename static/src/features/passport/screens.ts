/** The screens of the passport, fetched together when the first of them is opened. */
export { AreaScreen } from "./area";
export { Areas } from "./areas";
export { Papers } from "./papers";
export { SkillScreen } from "./skill";
