/**
 * The check's own screens, mounted below one young person's page: their addresses inside stay what they are for anybody
 * ("/rights/check/…"), and the browser shows them below this person's. What is not about rights leads out as usual.
 */

/** Where the check that is done together with this person starts. */
export function togetherBase(space: string): string {
  return `/people/${space}/check`;
}

/** Pure: the address inside for what the browser shows; empty on the first page, which is this feature's own. */
export function inside(path: string, base: string): string {
  return path === base || path.startsWith(`${base}/`) ? path.slice(base.length) : "";
}

/** Pure: what the browser is to show for an address that a screen inside links to. */
export function outside(to: string, base: string): string {
  return to === "/rights" || to.startsWith("/rights/") ? base + to : to;
}
