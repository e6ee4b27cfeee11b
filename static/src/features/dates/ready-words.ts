/** The six headings of a pathway plan as questions in plain words, and the faces. */
import type { Face, Heading } from "../../data/types";
import { t } from "../../i18n/index";

export interface HeadingWords {
  title: string;
  /** What to think about. */
  questions: string[];
}

export function headingWords(heading: Heading): HeadingWords {
  switch (heading) {
    case "career":
      return {
        title: t("Work, school and training"),
        questions: [
          t("What are you doing now?"),
          t("What would you like to do next?"),
          t("What gets in the way?"),
        ],
      };
    case "health_wellbeing":
      return {
        title: t("Health and how I feel"),
        questions: [
          t("How is your body?"),
          t("How is your mood and your sleep?"),
          t("Is there help you wait for?"),
        ],
      };
    case "family_friends":
      return {
        title: t("Family and friends"),
        questions: [
          t("Who is good for you?"),
          t("Who would you like to see more, or less?"),
          t("Who can you call when it is hard?"),
        ],
      };
    case "where_you_live":
      return {
        title: t("Where I live"),
        questions: [
          t("Do you feel safe there?"),
          t("What works, and what is broken?"),
          t("Where would you like to live next?"),
        ],
      };
    case "finances":
      return {
        title: t("Money"),
        questions: [t("Does it last the week?"), t("Do you owe any?"), t("What do you need to buy?")],
      };
    case "being_involved":
      return {
        title: t("Having my say"),
        questions: [
          t("Do people listen to you?"),
          t("Who do you want at the meeting, and who not?"),
          t("Is your plan really yours?"),
        ],
      };
  }
}

export const FACES: readonly Face[] = [1, 2, 3, 4, 5];

export function faceWords(face: Face): string {
  switch (face) {
    case 1:
      return t("Very bad");
    case 2:
      return t("Not good");
    case 3:
      return t("OK");
    case 4:
      return t("Good");
    case 5:
      return t("Very good");
  }
}
