/** The phone's own voices. Voices of the internet are left out: they would send what is read to a company. */
import { useEffect, useState } from "preact/hooks";

const voiceTag = (lang: string): string => lang.replace("_", "-").toLowerCase();

/** Pure: the voice for a language: the first of its region, else the first of the language; null when there is none. */
export function voiceFor<Voice extends Pick<SpeechSynthesisVoice, "lang" | "localService">>(
  voices: readonly Voice[],
  lang: string,
): Voice | null {
  const wanted = voiceTag(lang === "en" ? "en-GB" : lang);
  const [language] = wanted.split("-");
  const own = voices.filter((voice) => voice.localService && voiceTag(voice.lang).split("-")[0] === language);
  return own.find((voice) => voiceTag(voice.lang) === wanted) ?? own[0] ?? null;
}

/** The voice for a language; browsers learn of their voices only some time after the start. */
export function useVoice(lang: string): SpeechSynthesisVoice | null {
  const speech = "speechSynthesis" in globalThis ? speechSynthesis : null;
  const [, redraw] = useState(0);
  useEffect(() => {
    const look = () => redraw((n) => n + 1);
    // Old Safari has the voices but cannot be listened to.
    speech?.addEventListener?.("voiceschanged", look);
    return () => speech?.removeEventListener?.("voiceschanged", look);
  }, [speech]);
  return speech ? voiceFor(speech.getVoices(), lang) : null;
}
