import { type Feed, type FeedError, type Item, readFeed } from '../../../core/index.ts';
import { bytes } from '../../fixture.ts';

export const URL = 'http://truong.example/tin/feed.xml';

export const feedOf = (body: string | Uint8Array, contentType?: string): Promise<Feed> =>
  readFeed(body, { url: URL, contentType });

/** The first item of an RSS 2.0 feed that contains this XML in an item. */
export async function rssItem(inner: string, attributes = ''): Promise<Item> {
  return (
    await feedOf(
      `<rss version="2.0" ${attributes}><channel><title>Trường</title><item>${inner}</item></channel></rss>`,
    )
  ).items[0]!;
}

export async function atomEntry(inner: string, attributes = ''): Promise<Item> {
  return (
    await feedOf(
      `<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><title>Trường</title><entry>${inner}</entry></feed>`,
    )
  ).items[0]!;
}

export async function recorded(name: string): Promise<Feed> {
  const port = name.startsWith('nukeviet') ? 8802 : 8801;
  return readFeed(await bytes(name), { url: `http://127.0.0.1:${port}/feed/` });
}

export async function errorOf(body: string | Uint8Array): Promise<FeedError> {
  return feedOf(body).then(
    () => {
      throw new Error('it was read as a feed');
    },
    (error) => error,
  );
}
