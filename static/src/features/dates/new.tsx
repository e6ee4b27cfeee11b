/** A new date of one's own. */
import { useLocation, useSearch } from "wouter-preact";
import { t } from "../../i18n/index";
import { Page } from "../../ui/page";
import { type Dates, useDates } from "./dates";
import { NoOne } from "./list";
import { OwnForm } from "./own-form";
import { useSend } from "./send";

export function NewDate() {
  const dates = useDates();
  return (
    <Page title={t("Add my own date")} back={{ href: "/dates", words: t("Dates") }}>
      {dates ? <Form dates={dates} /> : <NoOne />}
    </Page>
  );
}

function Form({ dates }: { dates: Dates }) {
  const [, go] = useLocation();
  const { send, busy, trouble } = useSend();
  const day = new URLSearchParams(useSearch()).get("on") ?? "";
  const save = async (body: Record<string, unknown>) => {
    const id = await send("date.own", body);
    if (id) go(`/dates/${id}`, { replace: true });
  };
  return (
    <OwnForm
      start={{ title: "", place: "", day, time: "", shared: false }}
      adviser={dates.adviser}
      words={t("Save this date")}
      busy={busy}
      trouble={trouble}
      onSave={(body) => void save(body)}
    />
  );
}
