/** The course of joining: which step it is at, and the three requests that move it on. */
import { useEffect, useState } from "preact/hooks";
import { startSession } from "../../data/session";
import type { Me } from "../../data/types";
import { t } from "../../i18n/index";
import type { FormError } from "../../ui/error-summary";
import { useAttempt } from "./attempt";
import { tidyCode } from "./code";
import { guessDeviceName, isAppleBrowser } from "./device-name";
import {
  confirmEnrolment,
  type Enrolment,
  type Found,
  lookAt,
  type Proof,
  spend,
  takeCodeFromAddress,
} from "./invitation";
import { isProblem } from "./problems";

export type Step =
  | { at: "code" }
  | { at: "install" }
  | { at: "ask" | "not-me" | "phrase" | "second"; found: Found }
  | { at: "enrol"; enrol: Enrolment }
  | { at: "recovery"; who: Me; codes: string[] }
  | { at: "welcome"; who: Me };

export type Joining = ReturnType<typeof useJoin>;

export function useJoin() {
  const [code, setCode] = useState(takeCodeFromAddress);
  const [step, setStep] = useState<Step>(code && isAppleBrowser() ? { at: "install" } : { at: "code" });
  const [deviceName, setDeviceName] = useState(guessDeviceName);

  const look = useAttempt(
    async (which: string) => setStep({ at: "ask", found: await lookAt(tidyCode(which)) }),
    lookWords,
  );
  const finish = useAttempt(async (proof: Proof, found: Found) => {
    const spent = await spend(tidyCode(code), proof, deviceName.trim() || guessDeviceName()).catch(
      (error) => {
        if (!isProblem(error, "second-factor-needed")) throw error;
        setStep({ at: "second", found });
        return null;
      },
    );
    if (!spent) return;
    if ("enrol" in spent) return setStep({ at: "enrol", enrol: spent.enrol });
    setStep({ at: "welcome", who: spent });
    await startSession(spent);
  }, finishWords);
  const confirm = useAttempt(async (token: string, digits: string) => {
    const { recovery_codes: codes, ...who } = await confirmEnrolment(token, digits);
    setStep({ at: "recovery", who, codes });
    await startSession(who);
  }, confirmWords);

  const arrive = (fresh: string) => {
    setCode(fresh);
    setStep({ at: isAppleBrowser() ? "install" : "code" });
    if (!isAppleBrowser()) void look.start(fresh);
  };
  useEffect(() => {
    if (code) arrive(code);
  }, []);
  useEffect(() => {
    // A link opened while this screen already stands changes only the fragment.
    const changed = () => {
      const fresh = takeCodeFromAddress();
      if (fresh) arrive(fresh);
    };
    addEventListener("hashchange", changed);
    return () => removeEventListener("hashchange", changed);
  });

  return { code, setCode, step, setStep, deviceName, setDeviceName, look, finish, confirm };
}

function lookWords(error: unknown): FormError | null {
  if (!isProblem(error, "not-found", "not-valid")) return null;
  return { field: "code", words: t("We do not know this code. Look at each letter and number again.") };
}

function finishWords(error: unknown): FormError | null {
  if (!isProblem(error, "not-valid")) return null;
  const words = t("This one is easy to guess: many people use it. Try three or four words of your own.");
  return { field: "phrase", words };
}

function confirmWords(error: unknown): FormError | null {
  if (!isProblem(error, "code-spent")) return null;
  const words = t(
    "This took more than 30 minutes, or was begun again somewhere else. Start again with your first code.",
  );
  return { field: null, words };
}
