/** The answers given so far, each to be changed, and the way to delete them all. */
import { useState } from "preact/hooks";
import { t } from "../../i18n/index";
import { Button, ButtonLink } from "../../ui/button";
import { Card } from "../../ui/card";
import { today } from "../../ui/dated";
import { Note } from "../../ui/note";
import { Page } from "../../ui/page";
import { walk } from "./flow";
import { deleteAnswers, type Kept } from "./kept";
import { moreQuestions, moreWords } from "./more-questions";
import { questionWords } from "./questions";
import { saidMore, saidWords } from "./said";
import { WhereItStays } from "./where";

interface Line {
  href: string;
  asked: string;
  said: string;
  /** Nothing was said yet. */
  open: boolean;
}

export function CheckAnswers({ kept }: { kept: Kept }) {
  return (
    <Page title={t("My answers")} back={{ href: "/rights/money", words: t("My rights") }}>
      <All kept={kept} />
    </Page>
  );
}

function All({ kept }: { kept: Kept }) {
  const { answered, next } = walk(kept.draft, today());
  const lines = answered.map((one) => ({
    href: `/rights/check/${one}`,
    asked: questionWords(one).title,
    said: saidWords(one, kept.draft),
    open: false,
  }));
  const extra = next ? [] : moreQuestions(kept.draft, today());
  const more = extra.map((one) => ({
    href: `/rights/check/more/${one}`,
    asked: moreWords(one).title,
    said: saidMore(one, kept.draft),
    open: kept.draft[one] === undefined || kept.draft[one] === null,
  }));
  return (
    <>
      {next ? (
        <ButtonLink href={`/rights/check/${next}`}>{t("Go on")}</ButtonLink>
      ) : (
        <>
          <ButtonLink href="/rights/money">{t("See what I can get")}</ButtonLink>
          <ButtonLink href="/rights/check/result" look="quiet">
            {t("See my status")}
          </ButtonLink>
        </>
      )}
      <Said title={t("About your time in care")} lines={lines} />
      {more.length > 0 && <Said title={t("How you live")} lines={more} />}
      <WhereItStays />
      <DeleteAnswers />
    </>
  );
}

function Said({ title, lines }: { title: string; lines: Line[] }) {
  return (
    <Card>
      <h2>{title}</h2>
      <ul class="lines">
        {lines.map(({ href, asked, said, open }) => (
          <li class="row" key={href}>
            <div class="grow">
              <p class="s soft">{asked}</p>
              <p class={open ? "soft" : undefined}>{said}</p>
            </div>
            <ButtonLink href={href} look="text">
              {open ? t("Answer") : t("Change")}
              <span class="hidden">: {asked}</span>
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Asks once more, because nobody else has these answers. */
function DeleteAnswers() {
  const [sure, setSure] = useState(false);
  if (!sure) {
    return (
      <Button look="danger" onClick={() => setSure(true)}>
        {t("Delete my answers")}
      </Button>
    );
  }
  return (
    <Note look="stop" live>
      <p>{t("Delete all answers from this phone? They are nowhere else.")}</p>
      <div class="row wraps">
        <Button small look="danger" onClick={() => void deleteAnswers()}>
          {t("Yes, delete them")}
        </Button>
        <Button small look="quiet" onClick={() => setSure(false)}>
          {t("Keep them")}
        </Button>
      </div>
    </Note>
  );
}
