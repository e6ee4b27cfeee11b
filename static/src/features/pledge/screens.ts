/** The screens of rating the pledge and of its results, fetched together when the first of them is opened. */
export { PromiseScreen } from "./promise";
export { PledgeResultsScreen } from "./results";
