/** The product's name. A council can show its own: the shell names it in a meta element. */
export const APP_NAME: string =
  document.querySelector<HTMLMetaElement>('meta[name="application-name"]')?.content || "Footing";
