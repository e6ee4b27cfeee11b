/** The last step of joining: the sign-in name, big, to be written down. */
import type { Me } from "../../data/types";
import { t } from "../../i18n/index";
import { ButtonLink } from "../../ui/button";
import { Card } from "../../ui/card";
import { CopyButton } from "./copy-button";
import { homeOf } from "./places";
import { useStepFocus } from "./second-step";

export function Welcome({ who }: { who: Me }) {
  const heading = useStepFocus();
  const { name, sign_in_name: signInName, role } = who.account;
  return (
    <div class="stack">
      <h2 tabIndex={-1} ref={heading}>
        {t("You are in, {name}", { name })}
      </h2>
      {signInName && (
        <Card>
          <p class="s soft">{t("Your sign-in name")}</p>
          <p class="money">
            <bdi>{signInName}</bdi>
          </p>
          <p>
            {t("Write it down, or take a picture of it. You need it with your pass phrase on a new phone.")}
          </p>
          <CopyButton text={signInName}>{t("Copy the name")}</CopyButton>
        </Card>
      )}
      <p class="soft">{t("You stay signed in on this device until you sign out.")}</p>
      <ButtonLink href={homeOf(role)}>{t("Go on")}</ButtonLink>
    </div>
  );
}
