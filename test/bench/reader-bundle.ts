/** The entry that `reader.ts` bundles for Node and for browsers. */

export { measureReaders } from './measure-readers.ts';
export { FEED_READERS } from './reader-contenders.ts';
