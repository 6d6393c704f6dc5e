/** `tct-widgets/core`: what a developer can build on. */
export type {
  Attachment,
  Author,
  DocumentFacts,
  Feed,
  Item,
  Precision,
  Rhythm,
  School,
  Source,
} from './feed.ts';
export { postKey } from './post-key.ts';
export { FeedError, type FeedErrorCode } from './read/feed-error.ts';
export { readFeed } from './read/read-feed.ts';
