/** The screens of Me, and the locked screen, fetched together when the first of them is opened. */
export { Accessibility } from "./accessibility";
export { Councils } from "./councils";
export { Devices } from "./devices";
export { InstallCard } from "./install-card";
export { Language } from "./language";
export { LanguageNote } from "./language-note";
export { Locked } from "./locked";
export { Look } from "./look";
export { MeScreen } from "./me";
export { Privacy } from "./privacy";
export { SignOut } from "./sign-out";
export { Wrong } from "./wrong";
