/** What a body is instead of a feed. */
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

/** Thrown by the readers for anything but a feed. `feed-error.ts` has the message for each code. */
export class NotAFeedError extends Error {
  constructor(
    readonly code: FeedErrorCode,
    /** The part that comes from the source: plain text of at most 200 characters. */
    readonly detail = '',
  ) {
    super(code);
  }
}
