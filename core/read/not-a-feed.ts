/** What a body is instead of a feed. */
export type FeedErrorCode =
  | 'empty'
  | 'too-large'
  | 'origin'
  | 'database'
  | 'maintenance'
  | 'refused'
  | 'challenge'
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
    /**
     * The detail is neither a page's title nor a known message, but another part of the body: to be left out where
     * others than the person who gave the address can read it.
     */
    readonly isExcerpt = false,
  ) {
    super(code);
  }
}
