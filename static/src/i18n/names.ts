/** What each language calls itself: a person looks for their own word. */

const NAMES: Record<string, string> = {
  am: "አማርኛ",
  ar: "العربية",
  bn: "বাংলা",
  ckb: "کوردیی ناوەندی",
  cy: "Cymraeg",
  en: "English",
  es: "Español",
  fa: "فارسی / دری",
  fr: "Français",
  ku: "Kurdî (Kurmancî)",
  pa: "ਪੰਜਾਬੀ",
  pl: "Polski",
  ps: "پښتو",
  pt: "Português",
  ro: "Română",
  so: "Soomaali",
  sq: "Shqip",
  ti: "ትግርኛ",
  uk: "Українська",
  ur: "اردو",
  vi: "Tiếng Việt",
  zh: "中文",
};

/** The language's own name, or its code when we have none. */
export function languageName(code: string): string {
  return NAMES[code] ?? code;
}
