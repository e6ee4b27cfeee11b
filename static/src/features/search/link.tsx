/** The way to the search; looks like a search box, because that is what people look for. */
import { Link } from "wouter-preact";
import { t } from "../../i18n/index";

export function SearchLink() {
  return (
    <Link class="search-link" href="/rights/search">
      {/* Not in ui/icon.tsx: those drawings come with the first visit. */}
      <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path d="M11 4a7 7 0 100 14 7 7 0 000-14zM16 16l5 5" />
      </svg>
      {t("Search everything")}
    </Link>
  );
}
