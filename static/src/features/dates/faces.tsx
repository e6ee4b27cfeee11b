/** Five faces, each with its words: how somebody feels about a part of their life. */
import { useId } from "preact/hooks";
import type { Face } from "../../data/types";
import { FACES, faceWords } from "./ready-words";

const MOUTHS: Record<Face, string> = {
  1: "M8 17.500c1-3 7-3 8 0",
  2: "M8.500 16.500c1.500-1.500 5.500-1.500 7 0",
  3: "M8.500 15.500h7",
  4: "M8.500 14.500c1.500 1.500 5.500 1.500 7 0",
  5: "M7.500 13.500c1 4.500 8 4.500 9 0z",
};

export function FaceIcon({ face }: { face: Face }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={`M12 22a10 10 0 100-20 10 10 0 000 20zM9 9.500v.5M15 9.500v.5${MOUTHS[face]}`} />
    </svg>
  );
}

interface FacesProps {
  legend: string;
  value: Face | null;
  onChange: (face: Face) => void;
}

export function Faces({ legend, value, onChange }: FacesProps) {
  const name = useId();
  return (
    <fieldset class="choices">
      <legend>{legend}</legend>
      <div class="faces">
        {FACES.map((face) => (
          <label class="choice" key={face}>
            <input
              type="radio"
              name={name}
              value={face}
              checked={face === value}
              onChange={() => onChange(face)}
            />
            <FaceIcon face={face} />
            {faceWords(face)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
