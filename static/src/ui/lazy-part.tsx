/** A part of a screen that is fetched once the screen stands; nothing in its place until then, or without a connection. */
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";

export function lazyPart(load: () => Promise<ComponentType>): ComponentType {
  let Part: ComponentType | null = null;

  return function LazyPart() {
    const [, redraw] = useState(0);
    useEffect(() => {
      if (Part) return;
      load().then(
        (loaded) => {
          Part = loaded;
          redraw(1);
        },
        () => {},
      );
    }, []);
    return Part && <Part />;
  };
}
