// Separate from limits.ts, which pages that only show a hub's files load.

/** Maximum entries of each list in an item: tags, attachments, authors. */
export const MAX_ENTRIES = 100;
