/** The screen of reminders' settings, and the card that offers notifications, fetched together. */
export { NoticesScreen } from "./notices";
export { OfferCard } from "./offer-card";
export { renew } from "./push";
