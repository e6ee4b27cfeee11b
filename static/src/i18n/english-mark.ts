/**
 * Shows everywhere which words are still English. One place for all screens: it looks at the text of every element that
 * is about to be drawn. Loaded by main.tsx, before anything is.
 */
import { type ComponentChildren, Fragment, h, options, type VNode } from "preact";
import { isMarked, partsOf, unmarked } from "./marks";

/** Nothing but text can stand in these. */
const TEXT_ONLY = new Set<unknown>(["option", "title", "textarea", "text"]);

const before = options.vnode;
options.vnode = (vnode) => {
  const { type } = vnode;
  if (typeof type === "string" || type === Fragment)
    show(type, (vnode as VNode<Record<string, unknown>>).props);
  before?.(vnode);
};

function show(type: unknown, props: Record<string, unknown>): void {
  for (const name in props) {
    const value = props[name];
    if (name === "children") props[name] = shown(value as ComponentChildren, TEXT_ONLY.has(type));
    else if (typeof value === "string" && isMarked(value)) props[name] = unmarked(value);
  }
}

function shown(children: ComponentChildren, plain: boolean): ComponentChildren {
  if (Array.isArray(children)) return children.map((child) => shown(child, plain));
  if (typeof children !== "string" || !isMarked(children)) return children;
  return plain ? unmarked(children) : marked(children);
}

/** The text with its English parts as elements that say so. */
export function marked(text: string): ComponentChildren {
  return partsOf(text).map((part) =>
    part.english ? h("span", { class: "en", lang: "en", dir: "ltr" }, part.text) : part.text,
  );
}
