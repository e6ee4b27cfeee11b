/** The record of a conversation as a file on this device, for the council's own system. */
import { answered } from "../../data/api";

export type RecordForm = "page" | "json";

const NAMES: Record<RecordForm, string> = { page: "messages.html", json: "messages.json" };
/** Long enough for any browser to have taken the file; then nothing of it stays in memory. */
const KEPT_MS = 60_000;

export async function saveRecord(space: string, reason: string, form: RecordForm): Promise<void> {
  const answer = await answered("POST", `/council/spaces/${space}/thread`, { reason, as: form });
  // No name of a person: the name of a file is seen in many places.
  saveAs(await answer.blob(), NAMES[form]);
}

/** Hands bytes to the device as a file of this name. */
export function saveAs(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
