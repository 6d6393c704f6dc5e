/** `tct-widgets/core`: reads schools' feeds of any format into one model. */

export { postKey } from './identity/post-key.ts';
export type {
  Attachment,
  Author,
  DocumentFacts,
  Feed,
  Item,
  Precision,
  ReadContext,
  School,
  UpdateHints,
} from './model/feed.ts';
export { FeedError } from './read/feed-error.ts';
export type { FeedErrorCode } from './read/not-a-feed.ts';
export { readFeed } from './read/read-feed.ts';
