/** Where it is kept when somebody last said "Not now" to notifications, in milliseconds since 1970. */
export const OFFER_KEPT = "push-offer";
