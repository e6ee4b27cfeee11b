/** A young person's own record, fetched together when the first of its screens is opened; which of them an address shows. */
import { Screens } from "../../app/screens";
import { MyCopy } from "./copy";
import { EndAccount } from "./end";
import { WhoLooked } from "./looks";

const SCREENS = {
  "/me/looks": WhoLooked,
  "/me/copy": MyCopy,
  "/me/end": EndAccount,
} as const;

export function RecordScreens() {
  return <Screens of={SCREENS} />;
}
