/** Whether this account has read, on this phone, who sees its messages. */
import { useEffect, useState } from "preact/hooks";
import { accountDb } from "../../data/db";
import { me } from "../../data/session";

const KEY = "who-reads-messages";

interface FirstUseKept {
  /** Null until the phone has looked. */
  read: boolean | null;
  note: () => void;
}

export function useFirstUse(): FirstUseKept {
  const account = me.value?.account.id ?? null;
  const [read, setRead] = useState<boolean | null>(null);
  useEffect(() => {
    if (account === null) return;
    void look(account).then(setRead);
  }, [account]);
  return {
    read,
    note: () => {
      setRead(true);
      if (account !== null && read !== true) void keep(account);
    },
  };
}

/** A phone that keeps nothing says it again: better twice than never. */
async function look(account: string): Promise<boolean> {
  const db = await accountDb(account).catch(() => null);
  return (await db?.get("meta", KEY).catch(() => null)) === true;
}

async function keep(account: string): Promise<void> {
  const db = await accountDb(account).catch(() => null);
  await db?.put("meta", true, KEY).catch(() => undefined);
}
