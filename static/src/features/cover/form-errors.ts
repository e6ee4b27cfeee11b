/** What the server said about a form, beside the fields that it is about. */
import { ApiProblem } from "../../data/api";
import type { FormError } from "../../ui/error-summary";

/** The first field that the server names, with its words; null when it names none of these. */
export function namedField(
  error: unknown,
  fields: readonly string[],
  id: (name: string) => string,
): FormError | null {
  if (!(error instanceof ApiProblem)) return null;
  const named = (error.body?.errors as { json?: Record<string, unknown> } | undefined)?.json ?? {};
  for (const field of fields) {
    const words = named[field];
    if (Array.isArray(words) && typeof words[0] === "string") return { field: id(field), words: words[0] };
  }
  return null;
}
