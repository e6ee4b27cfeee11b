/** What stands beside the skills: notes that were shared, papers held, and every sign-off so far. */
import { useState } from "preact/hooks";
import type { Bundle, NoteRow, PaperRow, PaperState } from "../../data/types";
import type { ShownSignOff } from "../../data/views";
import { formatDate, t, tn } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { Tag, type TagLook } from "../../ui/tag";
import { skillById } from "./person-skills";
import { signedWords, takenBackWords } from "./sign-off-words";

const FIRST_FEW = 5;

export function NotesShared({ bundle, notes }: { bundle: Bundle; notes: NoteRow[] }) {
  return (
    <>
      <h2>{t("Notes shared with you")}</h2>
      {notes.length === 0 && <p class="soft">{t("None now. A note is private until they share it.")}</p>}
      {notes.map((note) => (
        <Card key={note.id}>
          <p class="strong s">{skillById(bundle, note.id)?.can ?? note.id}</p>
          <p class="staff-note">{note.text}</p>
          <p class="meta">{formatDate(note.made_at, "long")}</p>
        </Card>
      ))}
    </>
  );
}

function paperTag(state: PaperState): { look: TagLook; words: string } {
  switch (state) {
    case "got_it":
      return { look: "go", words: t("Got it") };
    case "asked_for":
      return { look: "wait", words: t("Asked for") };
    case "not_needed":
      return { look: "plain", words: t("Not needed") };
    case "not_sure":
      return { look: "calm", words: t("Not sure") };
  }
}

export function PapersHeld({ bundle, papers }: { bundle: Bundle; papers: PaperRow[] }) {
  const said = papers.filter((paper) => paper.state !== null);
  const silent = bundle.passport.papers.filter((paper) => !said.some((row) => row.id === paper.id)).length;
  return (
    <>
      <h2>{t("Key papers")}</h2>
      <Card>
        <ul class="lines">
          {said.map((row) => {
            const tag = paperTag(row.state ?? "not_sure");
            return (
              <li key={row.id} class="row">
                <span class="grow">
                  {bundle.passport.papers.find((paper) => paper.id === row.id)?.title ?? row.id}
                  {row.runs_out && (
                    <span class="s soft staff-line">
                      {t("runs out {month}", { month: formatDate(row.runs_out, "month") })}
                    </span>
                  )}
                </span>
                <Tag look={tag.look}>{tag.words}</Tag>
              </li>
            );
          })}
          {silent > 0 && (
            <li class="s soft">
              {tn("{n} paper: nothing said yet", "{n} papers: nothing said yet", silent, { n: silent })}
            </li>
          )}
        </ul>
      </Card>
    </>
  );
}

export function SignOffHistory({ bundle, offs }: { bundle: Bundle; offs: ShownSignOff[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? offs : offs.slice(0, FIRST_FEW);
  return (
    <>
      <h2>{t("Sign-offs so far")}</h2>
      {offs.length === 0 && <p class="soft">{t("None yet.")}</p>}
      {offs.length > 0 && (
        <Card>
          <ul class="lines">
            {shown.map((off) => (
              <li key={off.id} class="s">
                <b>{skillById(bundle, off.skill)?.can ?? off.skill}</b>
                <p class="soft">{signedWords(off)}</p>
                {off.withdrawn && <p>{takenBackWords(off)}</p>}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {offs.length > shown.length && (
        <Button look="text" onClick={() => setAll(true)}>
          {t("Show all {n}", { n: offs.length })}
        </Button>
      )}
    </>
  );
}
