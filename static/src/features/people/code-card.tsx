/** A code made for someone else: big, with a square to scan, how long it works, and a sheet to print. */
import { useEffect, useRef } from "preact/hooks";
import { formatDate, t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { joinLink, tidyCode } from "./code";
import { CopyButton } from "./copy-button";
import type { NewCode } from "./invitation";
import { Qr } from "./qr";

interface CodeCardProps {
  made: NewCode;
  /** Whose code it is. */
  name: string;
}

export function CodeCard({ made, name }: CodeCardProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const code = tidyCode(made.code);
  const link = joinLink(code);
  return (
    <section class="card sheet">
      <h2 tabIndex={-1} ref={heading}>
        {t("A code for {name}", { name })}
      </h2>
      <p class="code">
        <bdi>{code}</bdi>
      </p>
      <p>
        {t("Works once, until {day} at {time}.", {
          day: formatDate(made.expires_at, "day"),
          time: formatDate(made.expires_at, "time"),
        })}
      </p>
      <Qr text={link} label={t("A square to scan with a phone’s camera")} />
      <ol class="dots">
        <li>
          {t("Scan the square, or open {address} and tap “I have a code”.", { address: location.host })}
        </li>
        <li>{t("Check that the name is yours and tap “This is me”.")}</li>
        <li>{t("Pick a pass phrase that only you know.")}</li>
      </ol>
      <p class="s soft">
        {t("Give it to {name} in person or by phone. Anyone who has it can join as {name}.", { name })}
      </p>
      <div class="row wraps">
        <CopyButton text={code}>{t("Copy the code")}</CopyButton>
        <CopyButton text={link}>{t("Copy the link")}</CopyButton>
        <Button look="quiet" small onClick={() => print()}>
          {t("Print this")}
        </Button>
      </div>
    </section>
  );
}
