/** The questions of the check, fetched when the first of them is opened. Its other pages come with My rights. */
export { CheckQuestion } from "./question";
