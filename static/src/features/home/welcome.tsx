/** What somebody sees who has not signed in: what this is, the way in, their council, and what can be read at once. */
import { chooseCouncil, chosenCouncil, councils } from "../../data/content";
import { t } from "../../i18n/index";
import { ButtonLink } from "../../ui/button";
import { Card, LinkCard } from "../../ui/card";
import { SelectField } from "../../ui/field";
import { Icon, type IconName } from "../../ui/icon";

export function Welcome() {
  return (
    <Card hero>
      <p>
        {t("See what you can get when you leave care, and what your council promises you.")}{" "}
        {t("Tick off what you can do, and show it to your personal adviser (PA).")}
      </p>
      <ButtonLink href="/sign-in" look="sun">
        {t("Sign in")}
      </ButtonLink>
      <ButtonLink href="/join" look="quiet">
        {t("I have a code")}
      </ButtonLink>
    </Card>
  );
}

export function CouncilChoice() {
  const offered = councils.value.filter((council) => council.state !== "base");
  if (offered.length === 0) return null;
  const base = councils.value.find((council) => council.state === "base");
  const options = [
    base
      ? { value: base.slug, words: t("I do not know, or it is not here") }
      : { value: "", words: t("Choose your council") },
    ...offered.map(({ slug, name, state }) => ({
      value: slug,
      words: state === "example" ? t("{council} (example)", { council: name }) : name,
    })),
  ];
  return (
    <Card>
      <SelectField
        id="council"
        label={t("Your council")}
        hint={t("The one that looks after you, or did when you were in care.")}
        // An address may name a council that is not here: England's content is shown then.
        value={offered.find(({ slug }) => slug === chosenCouncil.value)?.slug ?? base?.slug ?? ""}
        onInput={(slug) => slug && chooseCouncil(slug)}
        options={options}
      />
    </Card>
  );
}

export function RightsCard() {
  return (
    <IconCard
      href="/rights"
      icon="rights"
      title={t("My rights")}
      words={t("Money, help and promises you can ask for")}
    />
  );
}

export function PassportCard() {
  return (
    <IconCard
      href="/passport"
      icon="passport"
      title={t("My passport")}
      words={t("Skills for living on your own, step by step")}
    />
  );
}

interface IconCardProps {
  href: string;
  icon: IconName;
  title: string;
  words: string;
}

function IconCard({ href, icon, title, words }: IconCardProps) {
  return (
    <LinkCard href={href}>
      <div class="row">
        <span class="avatar">
          <Icon name={icon} />
        </span>
        <div class="grow">
          <b>{title}</b>
          <p class="s soft">{words}</p>
        </div>
        <Icon name="next" turns />
      </div>
    </LinkCard>
  );
}
