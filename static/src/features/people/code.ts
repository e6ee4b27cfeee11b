/** One-time codes as people type, paste and read them: Crockford's base32 in groups of four. */

const GROUP = 4;
const INVITATION = 12;
const DEVICE = 8;

/** Takes what was typed, or a whole link; gives the code in capitals and groups, with look-alike letters put right. */
export function tidyCode(typed: string): string {
  const secret = typed.slice(typed.lastIndexOf("#") + 1);
  const plain = secret
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  return (plain.slice(0, INVITATION).match(/.{1,4}/g) ?? []).join("-");
}

/** Whether nothing is missing: an invitation has 12 characters, a code to add a device has 8. */
export function isWholeCode(code: string): boolean {
  const { length } = code.replaceAll("-", "");
  return length === INVITATION || length === DEVICE;
}

/** The link that carries a code in its fragment, which browsers never send to a server. */
export function joinLink(code: string): string {
  return `${location.origin}/join#${code}`;
}

/** A secret in groups of four, so that it can be typed without losing one's place. */
export function inGroups(secret: string): string {
  return (secret.match(new RegExp(`.{1,${GROUP}}`, "g")) ?? []).join(" ");
}
