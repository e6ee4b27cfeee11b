/** The whole page: skip link, banners, the screen, and the tabs. */
import { useLocation } from "wouter-preact";
import { t } from "../i18n/index";
import { Banners } from "./banners";
import { ErrorNet } from "./error-screen";
import { lazyScreen } from "./lazy";
import { locked } from "./lock";
import { Nav } from "./nav";
import { Routes } from "./routes";

const Locked = lazyScreen(() => import("../features/me/screens").then((screens) => screens.Locked));

/** What anybody may read while the app is locked: nothing in it is personal. The check and its results are not in it. */
const OPEN = /^\/(help|rights(?!\/(check|timeline|print)))(\/|$)/;

export function App() {
  const [path] = useLocation();
  const shut = locked.value && !OPEN.test(path);
  return (
    <div class="app">
      <a class="skip" href="#main">
        {t("Skip to the page")}
      </a>
      <Nav />
      <Banners />
      <ErrorNet key={path}>{shut ? <Locked /> : <Routes />}</ErrorNet>
    </div>
  );
}
