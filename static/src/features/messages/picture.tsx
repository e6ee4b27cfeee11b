/** Pictures of a conversation. Their bytes are in memory while they are looked at, and nowhere else. */
import { useEffect, useRef, useState } from "preact/hooks";
import { answered } from "../../data/api";
import { keptBytes } from "../../data/kept-files";
import type { MessageFile } from "../../data/types";
import { t } from "../../i18n/index";
import { Button } from "../../ui/button";
import { sizeWords } from "./file-words";

/** The bytes of a file that was sent. @throws ApiProblem */
export async function fetchFile(space: string, id: string): Promise<Blob> {
  return (await answered("GET", `/spaces/${space}/files/${id}`)).blob();
}

/** Whether the person asked their phone to save data. */
const isSaving = () =>
  (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData === true;

/** An address for bytes in memory, let go of when the screen no longer shows them. */
function useAddress(): [string | null, (blob: Blob) => void] {
  const [address, setAddress] = useState<string | null>(null);
  const now = useRef<string | null>(null);
  useEffect(() => () => void (now.current && URL.revokeObjectURL(now.current)), []);
  return [
    address,
    (blob) => {
      now.current = URL.createObjectURL(blob);
      setAddress(now.current);
    },
  ];
}

/** A picture that was sent: fetched when it comes near the screen, or by a tap when the phone saves data. */
export function SentPicture({ space, file }: { space: string; file: MessageFile }) {
  const [address, show] = useAddress();
  const [state, setState] = useState<"wait" | "busy" | "failed">("wait");
  const box = useRef<HTMLDivElement>(null);
  const load = () => {
    setState("busy");
    fetchFile(space, file.id).then(show, () => setState("failed"));
  };
  useEffect(() => {
    const element = box.current;
    if (!element || isSaving()) return;
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        watch.disconnect();
        load();
      },
      { rootMargin: "200px" },
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, [file.id]);
  useEffect(() => {
    if (state !== "failed") return;
    addEventListener("online", load);
    return () => removeEventListener("online", load);
  }, [state]);
  if (address) return <Shown address={address} name={file.name} {...sizeOf(file)} />;
  const words = t("Show the picture ({size})", { size: sizeWords(file.bytes) });
  return (
    <div class="picture-box" ref={box}>
      <bdi class="s">{file.name}</bdi>
      {state === "busy" && <span class="s">{t("Getting it ready …")}</span>}
      {state === "failed" && <span class="s">{t("It needs a signal to open.")}</span>}
      {state !== "busy" && (
        <Button
          small
          look="quiet"
          label={t("{name}: {what}", { name: words, what: file.name })}
          onClick={load}
        >
          {words}
        </Button>
      )}
    </div>
  );
}

/** The size is known before it is there, so that nothing jumps. */
const sizeOf = ({ width, height }: MessageFile) => (width && height ? { width, height } : {});

interface ShownProps {
  address: string;
  name: string;
  width?: number;
  height?: number;
}

function Shown({ address, name, width, height }: ShownProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button type="button" class="picture" onClick={() => dialog.current?.showModal?.()}>
        <img src={address} alt={t("Picture: {name}", { name })} width={width} height={height} />
      </button>
      <dialog ref={dialog} class="large-picture" aria-label={t("Picture: {name}", { name })}>
        <img src={address} alt="" />
        <Button onClick={() => dialog.current?.close()}>{t("Close")}</Button>
      </dialog>
    </>
  );
}

/** A picture that is on this phone only. */
export function KeptPicture({ space, id, small = false }: { space: string; id: string; small?: boolean }) {
  const [address, show] = useAddress();
  useEffect(() => {
    void keptBytes(space, id).then((bytes) => bytes && show(new Blob([bytes])));
  }, [space, id]);
  return address ? <img class={small ? "thumb" : "own-picture"} src={address} alt="" /> : null;
}
