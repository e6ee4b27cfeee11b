/** Which address shows which screen. Only Home comes with the first download; every other feature is fetched when opened. */
import { useLocation } from "wouter-preact";
import { Home } from "../features/home/home";
import { lazyScreen } from "./lazy";
import { Screens } from "./screens";

const rights = () => import("../features/rights/screens");
const pledge = () => import("../features/pledge/screens");
const check = () => import("../features/check/screens");
const passport = () => import("../features/passport/screens");
const mine = () => import("../features/me/screens");
const asks = () => import("../features/asks/screens");
const people = () => import("../features/people/screens");
const search = () => import("../features/search/screens");
const caseload = () => import("../features/caseload/screens");
const remind = () => import("../features/remind/screens");

const help = lazyScreen(() => import("../features/help/help").then((screens) => screens.Help));
const words = lazyScreen(() => search().then((screens) => screens.WordsScreen));
const record = lazyScreen(() =>
  import("../features/record/screens").then((screens) => screens.RecordScreens),
);
const dates = lazyScreen(() => import("../features/dates/screens").then((screens) => screens.DateScreens));
const money = lazyScreen(() => rights().then((screens) => screens.MoneyList));

const SCREENS = {
  "/": Home,
  "/help": help,
  "/help/:id": help,
  "/councils": lazyScreen(() => mine().then((screens) => screens.Councils)),
  "/rights": money,
  "/rights/money": money,
  "/rights/money/:id": lazyScreen(() => rights().then((screens) => screens.MoneyItem)),
  "/rights/offer": lazyScreen(() => rights().then((screens) => screens.OfferList)),
  "/rights/offer/:id": lazyScreen(() => rights().then((screens) => screens.OfferItem)),
  "/rights/pledge": lazyScreen(() => rights().then((screens) => screens.PledgeScreen)),
  "/rights/pledge/results": lazyScreen(() => pledge().then((screens) => screens.PledgeResultsScreen)),
  "/rights/pledge/:id": lazyScreen(() => pledge().then((screens) => screens.PromiseScreen)),
  "/rights/timeline": lazyScreen(() => rights().then((screens) => screens.TimelineScreen)),
  "/rights/search": lazyScreen(() => search().then((screens) => screens.SearchScreen)),
  "/rights/words": words,
  "/rights/words/:id": words,
  "/rights/no/:id": lazyScreen(() => rights().then((screens) => screens.NoScreen)),
  "/rights/print": lazyScreen(() => rights().then((screens) => screens.PrintScreen)),
  "/rights/check": lazyScreen(() => rights().then((screens) => screens.CheckStart)),
  "/rights/check/result": lazyScreen(() => rights().then((screens) => screens.CheckResultScreen)),
  "/rights/check/more/:question": lazyScreen(() => rights().then((screens) => screens.CheckMore)),
  "/rights/check/:question": lazyScreen(() => check().then((screens) => screens.CheckQuestion)),
  "/asks": lazyScreen(() => asks().then((screens) => screens.AskList)),
  "/asks/new/:entitlement": lazyScreen(() => asks().then((screens) => screens.NewAsk)),
  "/asks/spent/:entitlement": lazyScreen(() => asks().then((screens) => screens.Spent)),
  "/asks/letter/:entitlement": lazyScreen(() => asks().then((screens) => screens.PaperLetter)),
  "/asks/:id": lazyScreen(() => asks().then((screens) => screens.Receipt)),
  "/asks/:id/next": lazyScreen(() => asks().then((screens) => screens.NextSteps)),
  "/asks/:id/letter/:kind": lazyScreen(() => asks().then((screens) => screens.AskLetter)),
  "/passport": lazyScreen(() => passport().then((screens) => screens.Areas)),
  "/passport/area/:id": lazyScreen(() => passport().then((screens) => screens.AreaScreen)),
  "/passport/skill/:id": lazyScreen(() => passport().then((screens) => screens.SkillScreen)),
  "/passport/papers": lazyScreen(() => passport().then((screens) => screens.Papers)),
  "/dates/*?": dates,
  "/reminders/:id": dates,
  "/messages": lazyScreen(() =>
    import("../features/messages/screens").then((screens) => screens.MessagesScreen),
  ),
  "/me": lazyScreen(() => mine().then((screens) => screens.MeScreen)),
  "/me/away": lazyScreen(() => import("../features/cover/screens").then((screens) => screens.MyAway)),
  "/me/calendar": dates,
  "/me/notices": lazyScreen(() =>
    import("../features/notices/screens").then((screens) => screens.NoticesScreen),
  ),
  "/me/language": lazyScreen(() => mine().then((screens) => screens.Language)),
  "/me/look": lazyScreen(() => mine().then((screens) => screens.Look)),
  "/me/devices": lazyScreen(() => mine().then((screens) => screens.Devices)),
  "/me/privacy": lazyScreen(() => mine().then((screens) => screens.Privacy)),
  "/me/accessibility": lazyScreen(() => mine().then((screens) => screens.Accessibility)),
  "/me/looks": record,
  "/me/copy": record,
  "/me/end": record,
  "/me/wrong": lazyScreen(() => mine().then((screens) => screens.Wrong)),
  "/sign-in": lazyScreen(() => people().then((screens) => screens.SignIn)),
  "/join": lazyScreen(() => people().then((screens) => screens.Join)),
  "/add-device": lazyScreen(() => people().then((screens) => screens.AddDevice)),
  "/people": lazyScreen(() => caseload().then((screens) => screens.PeopleList)),
  "/people/new": lazyScreen(() => caseload().then((screens) => screens.NewYoungPerson)),
  "/people/:space": lazyScreen(() => caseload().then((screens) => screens.PersonPassport)),
  "/people/:space/rights": lazyScreen(() => caseload().then((screens) => screens.PersonRights)),
  "/people/:space/check/*?": lazyScreen(() =>
    import("../features/caseload/check-together").then((screens) => screens.togetherCheck(Routes)),
  ),
  "/people/:space/dates/*?": lazyScreen(() => caseload().then((screens) => screens.PersonDateScreens)),
  "/people/:space/messages/*?": lazyScreen(() => caseload().then((screens) => screens.PersonMessageScreens)),
  "/people/:space/remind": lazyScreen(() => remind().then((screens) => screens.RemindOne)),
  "/remind": lazyScreen(() => remind().then((screens) => screens.RemindSeveral)),
  "/people/:space/request/:id": lazyScreen(() => caseload().then((screens) => screens.RequestScreen)),
  "/people/:space/skill/:id": lazyScreen(() => caseload().then((screens) => screens.SkillSignOff)),
  "/team/*?": lazyScreen(() => import("../features/team/screens").then((screens) => screens.TeamScreens)),
  "/me/sign-out": lazyScreen(() => mine().then((screens) => screens.SignOut)),
} as const;

export function Routes() {
  const [path] = useLocation();
  // The key makes a new screen for each address, so that moving from one skill to the next is also an arrival.
  return <Screens key={path} of={SCREENS} />;
}
