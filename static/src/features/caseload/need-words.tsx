/** "Needs you because": the reasons as coloured words. */
import { t, tn } from "../../i18n/index";
import { Tag, type TagLook } from "../../ui/tag";
import type { Need, Person } from "./rules";
import { needsOf } from "./rules";

function needWords(need: Need): { look: TagLook; words: string } {
  switch (need.kind) {
    case "sign_off":
      return {
        look: "go",
        words: tn("{n} skill to sign off", "{n} skills to sign off", need.n, { n: need.n }),
      };
    case "quiet":
      return {
        look: "wait",
        words: tn("No marks for {n} week", "No marks for {n} weeks", need.weeks, { n: need.weeks }),
      };
    case "no_marks":
      return { look: "calm", words: t("No marks yet") };
  }
}

export function NeedTags({ person, now }: { person: Person; now: number }) {
  const needs = needsOf(person, now);
  if (needs.length === 0) return <Tag>{t("All good")}</Tag>;
  return (
    <span class="tags">
      {needs.map((need) => {
        const { look, words } = needWords(need);
        return (
          <Tag key={need.kind} look={look}>
            {words}
          </Tag>
        );
      })}
    </span>
  );
}
