/** The screens of My rights, fetched together when the first of them is opened. */
export { HomeCard } from "../check/home-card";
export { CheckMore } from "../check/more";
export { CheckResultScreen } from "../check/result";
export { CheckStart } from "../check/start";
export { MoneyItem } from "./money-item";
export { MoneyList } from "./money-list";
export { NoScreen } from "./no";
export { OfferItem } from "./offer-item";
export { OfferList } from "./offer-list";
export { PledgeScreen } from "./pledge";
export { PrintScreen } from "./print";
export { TimelineScreen } from "./timeline";
