/** The screens of the search and of the glossary. */
export { SearchScreen } from "./search";
export { WordsScreen } from "./words";
