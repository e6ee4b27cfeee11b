/** Where a message is written: what to know before it, and the field. */
import type { ComponentChildren } from "preact";
import { bundle } from "../../data/content";
import type { Side } from "../../data/messages-view";
import { rows } from "../../data/store";
import type { ProfileRow, ThreadRow } from "../../data/types";
import { fallbackLines } from "../help/fallback";
import { BeforeWriting } from "./before-writing";
import { composerStyles } from "./composer-styles";
import { FirstUse } from "./first-use";
import { useFirstUse } from "./first-use-kept";
import { useNow } from "./use-now";
import { type Quick, WritingForm } from "./writing-form";

export type { Quick } from "./writing-form";

export interface ComposerProps {
  space: string;
  side: Side;
  quick?: Quick | undefined;
  /** The way to what was written before. */
  search: ComponentChildren;
}

/** A draft belongs to one conversation: another one begins with its own. */
export function Composer(props: ComposerProps) {
  return <Writing key={props.space} {...props} />;
}

function Writing({ space, side, quick, search }: ComposerProps) {
  const profile = rows<ProfileRow>(space, "profile").value[0];
  const thread = rows<ThreadRow>(space, "thread").value[0] ?? null;
  const { read, note } = useFirstUse();
  const content = bundle.value;
  const now = useNow();
  const holidays = content?.bank_holidays ?? [];
  const adviser = profile && (profile.adviser?.name ?? null);
  const name = (side === "young" ? adviser : profile?.name) ?? null;
  return (
    <div class="composer">
      <div class="around">
        {profile && read !== null && <FirstUse side={side} name={name} read={read} onRead={note} />}
        {read && search}
      </div>
      {side === "young" && (
        <BeforeWriting
          adviser={adviser}
          cover={profile?.cover ?? []}
          thread={thread}
          holidays={holidays}
          lines={content?.help ?? fallbackLines()}
          live={content?.council.state === "live"}
          now={now}
        />
      )}
      <WritingForm
        space={space}
        name={name}
        quick={quick}
        onSent={note}
        ack={side === "young" && thread ? { thread, holidays, now } : null}
      />
    </div>
  );
}

await composerStyles;
