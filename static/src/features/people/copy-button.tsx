/** Copies words to the clipboard and says whether it worked. */
import { useState } from "preact/hooks";
import { t, unmarked } from "../../i18n/index";
import { Button } from "../../ui/button";

export function CopyButton({ text, children }: { text: string; children: string }) {
  const [said, setSaid] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(unmarked(text));
      setSaid(t("Copied"));
    } catch {
      setSaid(t("This browser would not copy it. Press and hold the words to copy them."));
    }
  };
  return (
    <div class="row wraps">
      <Button look="quiet" small onClick={() => void copy()}>
        {children}
      </Button>
      <span class="s soft" role="status">
        {said}
      </span>
    </div>
  );
}
