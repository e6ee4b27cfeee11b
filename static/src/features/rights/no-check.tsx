/** What a screen of results shows before there are any. */
import { t } from "../../i18n/index";
import { ButtonLink } from "../../ui/button";
import { Empty, Loading } from "../../ui/empty";
import { check } from "../check/kept";

export function NoCheck() {
  if (!check.value) return <Loading />;
  return (
    <Empty title={t("First a few questions")}>
      <p>{t("Answer about 5 questions. Your answers stay on this phone.")}</p>
      <ButtonLink href="/rights/check">{t("What can I get?")}</ButtonLink>
    </Empty>
  );
}
