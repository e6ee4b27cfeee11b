/** Under which key a message that is being written lies in the account's database: it goes when its space ends. */
export const draftKey = (space: string): string => `message-draft/${space}`;
