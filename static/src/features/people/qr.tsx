/** A QR picture, drawn here from words so that no secret goes anywhere to become one. The drawing code comes when needed. */
import { useEffect, useState } from "preact/hooks";

const BORDER = 3;

/** The dark squares as one path, or null while the drawing code is on its way (or did not come). */
function useSquares(text: string): { path: string; size: number } | null {
  const [drawn, setDrawn] = useState<{ path: string; size: number } | null>(null);
  useEffect(() => {
    let gone = false;
    setDrawn(null);
    import("uqr")
      .then(({ encode }) => {
        const { data, size } = encode(text, { ecc: "M", border: BORDER });
        const squares = data.flatMap((line, y) => line.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")));
        if (!gone) setDrawn({ path: squares.join(""), size });
      })
      // The same words always stand beside the picture, so that a picture that does not come stops nobody.
      .catch(() => {});
    return () => {
      gone = true;
    };
  }, [text]);
  return drawn;
}

export function Qr({ text, label }: { text: string; label: string }) {
  const drawn = useSquares(text);
  if (!drawn) return null;
  return (
    <svg
      viewBox={`0 0 ${drawn.size} ${drawn.size}`}
      width="208"
      height="208"
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect width={drawn.size} height={drawn.size} fill="#fff" />
      <path d={drawn.path} fill="#000" />
    </svg>
  );
}
