/** Room for the card that offers notifications; only a phone that can still be asked fetches its words. */
import { kept } from "../../data/local";
import { lazyPart } from "../../ui/lazy-part";
import { OFFER_KEPT } from "./offer-kept";

const Card = lazyPart(() => import("./screens").then((screens) => screens.OfferCard));

const MONTH_MS = 30 * 24 * 3600 * 1000;

/** To be shown where a date is: nobody is asked before there is one. */
export function PushOffer() {
  const asked = Number(kept(OFFER_KEPT) ?? 0);
  const canAsk = "Notification" in globalThis && Notification.permission !== "denied";
  return canAsk && Date.now() - asked > MONTH_MS ? <Card /> : null;
}
