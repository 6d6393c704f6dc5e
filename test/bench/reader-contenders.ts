/** The feed readers that ours is measured against, from bytes to each one's model. Runs in Node and in browsers. */
import { parseFeed as rowan } from '@rowanmanning/feed-parser';
import { parseFeed as feedsmith } from 'feedsmith';
import { parseFeed as htmlparser2 } from 'htmlparser2';
import { readFeed } from '../../core/index.ts';

export type Reader = (bytes: Uint8Array) => unknown;

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

export const FEED_READERS: Record<string, Reader> = {
  'tct-widgets': (bytes) => readFeed(bytes, { url: 'http://truong.example/feed' }),
  feedsmith: (bytes) => feedsmith(text(bytes)),
  // It computes properties when they are read; `toJSON` reads all of them.
  '@rowanmanning/feed-parser': (bytes) => rowan(text(bytes)).toJSON(),
  htmlparser2: (bytes) => htmlparser2(text(bytes)),
};
