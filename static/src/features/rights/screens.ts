/** The screens of My rights, fetched together when the first of them is opened. */
export { MoneyItem } from "./money-item";
export { MoneyList } from "./money-list";
export { OfferItem } from "./offer-item";
export { OfferList } from "./offer-list";
export { PledgeScreen } from "./pledge";
