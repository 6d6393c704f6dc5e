/** The lists that a school publishes. Apart from the schema, so that pages can use it without zod. */
export const LIST_KINDS = ['news', 'documents', 'gallery'] as const;
export type ListKind = (typeof LIST_KINDS)[number];
