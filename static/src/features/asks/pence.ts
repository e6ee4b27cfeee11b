/** Reading an amount of money as people type it. Pure. */

const MOST = 10_000_000;
/** Arabic and Persian keyboards write other digits, and another decimal mark. */
const DIGITS = ["٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"];
const ARABIC_POINT = "٫";
const ARABIC_THOUSANDS = /[٬']/g;

/** "40", "12.50", "12,50"; "1,250", "1,250.00"; "1.250,50". A bare "1.250" could be either, so it is asked for again. */
const AMOUNTS = [
  /^(\d+)(?:[.,](\d{1,2}))?$/,
  /^(\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/,
  /^(\d{1,3}(?:\.\d{3})+),(\d{1,2})$/,
];

/** Gives whole pence, or null for what is no amount from a penny to £100,000. */
export function parsePence(typed: string): number | null {
  const text = plain(typed);
  const [, pounds, pence = ""] = AMOUNTS.map((form) => form.exec(text)).find((found) => found) ?? [];
  if (pounds === undefined) return null;
  const value = Number(pounds.replace(/[.,]/g, "")) * 100 + Number(pence.padEnd(2, "0"));
  return value >= 1 && value <= MOST ? value : null;
}

function plain(typed: string): string {
  const digits = [...typed].map((letter) => {
    const found = DIGITS.map((row) => row.indexOf(letter)).find((at) => at >= 0);
    return found === undefined ? letter : String(found);
  });
  return digits
    .join("")
    .replace(/[£\s\u200e\u200f]|gbp/gi, "")
    .replaceAll(ARABIC_POINT, ".")
    .replace(ARABIC_THOUSANDS, "");
}
