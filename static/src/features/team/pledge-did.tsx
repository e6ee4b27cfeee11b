/** "You said, we did": writing what the council did about what it was told, changing it, taking it away. */
import { useState } from "preact/hooks";
import { request } from "../../data/api";
import type { Bundle, PledgeDid } from "../../data/types";
import { formatDate, t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { Empty } from "../../ui/empty";
import { ErrorSummary } from "../../ui/error-summary";
import { useAttempt, WaitLine } from "../people/attempt";
import { DidWords } from "../pledge/did-list";
import { DidForm } from "./did-form";

interface DidEditorProps {
  did: readonly PledgeDid[];
  bundle: Bundle;
  onChange: () => Promise<void>;
}

export function DidEditor({ did, bundle, onChange }: DidEditorProps) {
  // A new form after each entry: its fields are empty again.
  const [added, setAdded] = useState(0);
  return (
    <div class="staff-two">
      <div class="stack">
        <h2>{t("You said, we did")}</h2>
        {did.length === 0 && (
          <Empty title={t("Nothing yet")}>
            <p>{t("Tell young people what changed because they spoke up.")}</p>
          </Empty>
        )}
        <ul class="bare stack">
          {did.map((one) => (
            <li key={one.id}>
              <Entry did={one} bundle={bundle} onChange={onChange} />
            </li>
          ))}
        </ul>
      </div>
      <Card labelledBy="add-did">
        <h2 id="add-did">{t("Tell what you did")}</h2>
        <p class="s soft">{t("Everyone can read it, without signing in. Leave out names.")}</p>
        <DidForm
          key={added}
          bundle={bundle}
          did={null}
          onSave={async (body) => {
            await request("POST", "/council/pledge/did", body);
            setAdded(added + 1);
            await onChange();
          }}
        />
        <div role="status">{added > 0 && <p class="strong">{t("Everyone can read it now.")}</p>}</div>
      </Card>
    </div>
  );
}

function Entry({ did, bundle, onChange }: { did: PledgeDid } & Omit<DidEditorProps, "did">) {
  const [doing, setDoing] = useState<"change" | "remove" | null>(null);
  const stop = () => setDoing(null);
  const date = formatDate(did.on, "long");
  if (doing === "change") {
    return (
      <Card>
        <DidForm
          bundle={bundle}
          did={did}
          onCancel={stop}
          onSave={async (body) => {
            await request("PUT", `/council/pledge/did/${did.id}`, body);
            stop();
            await onChange();
          }}
        />
      </Card>
    );
  }
  return (
    <Card>
      <DidWords did={did} bundle={bundle} />
      {doing === "remove" ? (
        <Remove did={did} onCancel={stop} onChange={onChange} />
      ) : (
        <div class="row wraps">
          <Button
            look="quiet"
            small
            onClick={() => setDoing("change")}
            label={t("Change what is from {date}", { date })}
          >
            {t("Change")}
          </Button>
          <Button
            look="danger"
            small
            onClick={() => setDoing("remove")}
            label={t("Remove what is from {date}", { date })}
          >
            {t("Remove")}
          </Button>
        </div>
      )}
    </Card>
  );
}

interface RemoveProps {
  did: PledgeDid;
  onCancel: () => void;
  onChange: () => Promise<void>;
}

function Remove({ did, onCancel, onChange }: RemoveProps) {
  const removing = useAttempt(async () => {
    await request<void>("DELETE", `/council/pledge/did/${did.id}`);
    await onChange();
  });
  return (
    <div class="note">
      <p class="strong">{t("Take this away for everyone?")}</p>
      <ErrorSummary errors={removing.errors} title={t("Nothing was changed")} />
      <WaitLine seconds={removing.wait} />
      <div class="row wraps">
        <Button look="danger" small busy={removing.busy} onClick={() => void removing.start()}>
          {t("Yes, take it away")}
        </Button>
        <Button look="text" onClick={onCancel}>
          {t("Leave it as it is")}
        </Button>
      </div>
    </div>
  );
}
