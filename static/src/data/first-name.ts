/** What people call somebody: the first of their names. */
export const firstName = (name: string) => name.trim().split(/\s+/u)[0] ?? name;
