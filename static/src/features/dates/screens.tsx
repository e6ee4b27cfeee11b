/** The screens of dates, fetched together when the first of them is opened; which of them an address shows. */
import { Screens } from "../../app/screens";
import { After } from "./after";
import { AskSooner } from "./ask";
import { CalendarScreen } from "./calendar";
import { OneDate } from "./date";
import { HeadingScreen } from "./heading";
import { DateList } from "./list";
import { MonthView } from "./month-view";
import { NewDate } from "./new";
import { ReadyPrint } from "./print";
import { Ready } from "./ready";
import { ReminderScreen } from "./reminder";

const SCREENS = {
  "/dates": DateList,
  "/dates/month": MonthView,
  "/dates/new": NewDate,
  "/dates/ask/:kind?": AskSooner,
  "/dates/:id": OneDate,
  "/dates/:id/ready": Ready,
  "/dates/:id/ready/:heading": HeadingScreen,
  "/dates/:id/print": ReadyPrint,
  "/dates/:id/after": After,
  "/reminders/:id": ReminderScreen,
  "/me/calendar": CalendarScreen,
} as const;

export function DateScreens() {
  return <Screens of={SCREENS} />;
}
