/** Room on Home for the card that says to iPhones how to keep the app; no other phone fetches its words. */
import { lazyPart } from "../../ui/lazy-part";

const Card = lazyPart(() => import("../me/screens").then((screens) => screens.InstallCard));

export function InstallCard() {
  return /iPhone|iPad|iPod/.test(navigator.userAgent) ? <Card /> : null;
}
