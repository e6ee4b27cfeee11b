/** A heading over a list of cards; nothing at all when there is nothing to list. */
import type { ComponentChildren } from "preact";

interface TitledListProps<Entry extends { id: string }> {
  title: string;
  entries: Entry[];
  children: (entry: Entry) => ComponentChildren;
}

export function TitledList<Entry extends { id: string }>({
  title,
  entries,
  children,
}: TitledListProps<Entry>) {
  if (entries.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ul class="bare stack">
        {entries.map((entry) => (
          <li key={entry.id}>{children(entry)}</li>
        ))}
      </ul>
    </>
  );
}
