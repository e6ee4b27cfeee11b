/** Small things kept in localStorage. Storage can be switched off: then they last as long as the page. */

/** The value kept under a name, or null. */
export function kept(name: string): string | null {
  try {
    return localStorage.getItem(`footing.${name}`);
  } catch {
    return null;
  }
}

/** Keeps a value, if the phone lets us. */
export function keep(name: string, value: string): void {
  try {
    localStorage.setItem(`footing.${name}`, value);
  } catch {
    // Nothing is lost that the person cannot set again.
  }
}
