/** A new one-time code for a young person who cannot get in: asked for in two steps, because it opens their account. */
import { useState } from "preact/hooks";
import { request } from "../../data/api";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { ErrorSummary } from "../../ui/error-summary";
import { useAttempt, WaitLine } from "../people/attempt";
import { CodeCard } from "../people/code-card";
import type { NewCode } from "../people/invitation";

interface ForgotCodeProps {
  space: string;
  name: string;
  signInName: string | null;
}

export function ForgotCode({ space, name, signInName }: ForgotCodeProps) {
  const [asking, setAsking] = useState(false);
  const [made, setMade] = useState<NewCode | null>(null);
  const making = useAttempt(async () => {
    setMade(await request<NewCode>("POST", `/people/young-people/${space}/code`));
    setAsking(false);
  });
  return (
    <>
      <h2>{t("Signing in")}</h2>
      {signInName && (
        <p>
          {t("Sign-in name:")} <bdi class="strong">{signInName}</bdi>
        </p>
      )}
      {made && <CodeCard made={made} name={name} />}
      {asking ? (
        <Card>
          <p class="strong">{t("Check it is really them first")}</p>
          <p>
            {t("See {name} yourself, or call the number you know. A text or an email alone is not enough.", {
              name,
            })}
          </p>
          <p class="s soft">
            {t("Using the code signs them out on other devices, and they are told that it was used.")}
          </p>
          <ErrorSummary errors={making.errors} title={t("No code was made")} />
          <WaitLine seconds={making.wait} />
          <Button busy={making.busy || making.wait > 0} onClick={() => void making.start()}>
            {making.busy ? t("One moment…") : t("It is really them: make a code")}
          </Button>
          <Button look="text" onClick={() => setAsking(false)}>
            {t("Not now")}
          </Button>
        </Card>
      ) : (
        <Button look="quiet" small onClick={() => setAsking(true)}>
          {made ? t("Make another code") : t("{name} cannot sign in", { name })}
        </Button>
      )}
    </>
  );
}
