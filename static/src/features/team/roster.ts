/** A manager's view of the council: who advises, and who supports whom. Names only; no passport is in it. */
import { useEffect, useState } from "preact/hooks";
import { request } from "../../data/api";

export interface Adviser {
  id: string;
  name: string;
  email: string;
  /** "invited" until the adviser has joined. */
  state: string;
  young_people: number;
}

export interface Assigned {
  space: string;
  name: string;
  adviser: { id: string; name: string } | null;
}

export interface Roster {
  advisers: Adviser[];
  young_people: Assigned[];
}

export interface Loaded {
  roster: Roster | null;
  failed: boolean;
  /** Asks the server again; what is on the screen stays until the answer is there. */
  reload: () => Promise<void>;
}

export function useRoster(): Loaded {
  const [roster, setRoster] = useState<Roster | null>(null);
  const [failed, setFailed] = useState(false);
  const reload = async () => {
    setFailed(false);
    try {
      setRoster(await request<Roster>("GET", "/people/team"));
    } catch {
      setFailed(true);
    }
  };
  useEffect(() => void reload(), []);
  return { roster, failed, reload };
}

/** Those of one adviser, or of the duty list (null), by name. */
export function withAdviser({ young_people: people }: Roster, adviser: string | null): Assigned[] {
  return people
    .filter((one) => (one.adviser?.id ?? null) === adviser)
    .sort((a, b) => a.name.localeCompare(b.name));
}
