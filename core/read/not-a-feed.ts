/** What the bytes were instead of a feed. */
export type FeedErrorCode =
  | 'empty'
  | 'too-large'
  | 'origin'
  | 'database'
  | 'maintenance'
  | 'refused'
  | 'html'
  | 'message'
  | 'xml'
  | 'json'
  | 'binary'
  | 'text';

/** Thrown by `readBytes` for what is no feed: what it was, before it is put into words (`feed-error.ts`). */
export class NotAFeedError extends Error {
  constructor(
    readonly code: FeedErrorCode,
    /** What comes from the source: plain text, at most 200 characters. */
    readonly detail = '',
  ) {
    super(code);
  }
}
