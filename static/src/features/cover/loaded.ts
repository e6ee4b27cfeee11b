/** What the server says now, for screens that need a connection: nothing of it is kept on the device. */
import { useEffect, useState } from "preact/hooks";
import { request } from "../../data/api";

export interface Answer<T> {
  /** The newest answer; null until the first one is here. */
  value: T | null;
  failed: boolean;
  /** Asks again; what is on the screen stays until the answer is there. */
  reload: () => Promise<void>;
  /** Shows an answer that came another way, as after saving. */
  put: (value: T) => void;
}

export function useAnswer<T>(path: string): Answer<T> {
  const [value, put] = useState<T | null>(null);
  const [failed, setFailed] = useState(false);
  const reload = async () => {
    setFailed(false);
    try {
      put(await request<T>("GET", path));
    } catch {
      setFailed(true);
    }
  };
  useEffect(() => void reload(), [path]);
  return { value, failed, reload, put };
}
