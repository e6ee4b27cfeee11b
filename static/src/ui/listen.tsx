/** Reads a screen's words aloud with a voice of the phone; no button where the phone has no voice for the language. */
import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../i18n/index";
import { partsOf } from "../i18n/marks";
import { Button } from "./button";
import { useVoice } from "./voices";

interface ListenProps {
  /** The language of the words, which need not be that of the screen. */
  lang: string;
  words: readonly (string | undefined)[];
}

export function Listen({ lang, words }: ListenProps) {
  const voice = useVoice(lang);
  const english = useVoice("en");
  const [reading, setReading] = useState(false);
  const turn = useRef(0);
  const stop = () => {
    turn.current++;
    if ("speechSynthesis" in globalThis) speechSynthesis.cancel();
    setReading(false);
  };
  useEffect(() => {
    // Leaving fast, too, must be silent at once.
    addEventListener("pagehide", stop);
    return () => {
      removeEventListener("pagehide", stop);
      stop();
    };
  }, []);
  if (!voice) return null;

  const start = () => {
    stop();
    const mine = turn.current;
    setReading(true);
    const said = words.flatMap((text) => partsOf(text ?? ""));
    // Words that are still English sound like nothing in the voice of another language.
    const spoken = said.map((part) => ({ text: part.text, voice: (part.english && english) || voice }));
    void read(spoken, () => mine === turn.current).then((done) => {
      if (done) setReading(false);
    });
  };
  return (
    <div>
      <Button look="quiet" small onClick={reading ? stop : start}>
        {/* Not in ui/icon.tsx: those drawings come with the first visit. */}
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
          <path
            d={reading ? "M7 7h10v10H7z" : "M4 10v4h3l5 4V6L7 10zM16 9a4 4 0 010 6M18.500 6.500a8 8 0 010 11"}
          />
        </svg>
        {reading ? t("Stop") : t("Listen")}
      </Button>
    </div>
  );
}

/** One text after the other: some browsers stop by themselves in the middle of a long one. True once all is read or failed. */
async function read(
  texts: { text: string; voice: SpeechSynthesisVoice }[],
  wanted: () => boolean,
): Promise<boolean> {
  for (const { text, voice } of texts) {
    if (!wanted()) return false;
    await new Promise<void>((resolve) => {
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      utterance.onend = () => resolve();
      utterance.onerror = () => resolve();
      speechSynthesis.speak(utterance);
    });
  }
  return wanted();
}
