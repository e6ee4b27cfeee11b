/** English words that say nothing about what is looked for, in their plain form. */
const WORDS =
  "a about an and any are as at be been by can could do does for from get give go had has have how i if in into is it its me my need of on or " +
  "our s should so some t that the their them there they this to us want was we what when where which who why will with would you your";

export const STOP_WORDS: ReadonlySet<string> = new Set(WORDS.split(" "));
