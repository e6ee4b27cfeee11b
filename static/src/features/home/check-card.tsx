/** Room on Home for the card of the check, which is fetched after the first screen stands. */
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";

let Card: ComponentType | null = null;

export function CheckCard() {
  const [, redraw] = useState(0);
  useEffect(() => {
    if (Card) return;
    // With the screens of My rights, which need the same rules: an entry of its own would cut the first script in pieces.
    import("../rights/screens").then(
      (loaded) => {
        Card = loaded.HomeCard;
        redraw(1);
      },
      // Without a connection at the first visit: My rights leads to the check as well.
      () => {},
    );
  }, []);
  return Card && <Card />;
}
