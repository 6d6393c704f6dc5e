import { expect } from 'chai';
import type { Feed, Item } from '../../../../core/index.ts';
import { feedOf } from '../read.ts';

export const DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"';
export const DCTERMS = 'xmlns:dcterms="http://purl.org/dc/terms/"';
export const CONTENT = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"';
export const ITUNES = 'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"';
export const MEDIA = 'xmlns:media="http://search.yahoo.com/mrss/"';
export const ATOM = 'xmlns:atom="http://www.w3.org/2005/Atom"';
export const XHTML = 'xmlns="http://www.w3.org/1999/xhtml"';

/** Feeds with this content; `attributes` are those of the root. */
export const rss = (inner: string, attributes = '') =>
  `<rss version="2.0" ${attributes}><channel>${inner}</channel></rss>`;
export const rdf = (inner: string, attributes = '') =>
  `<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" ${attributes}>${inner}</rdf:RDF>`;
export const atom = (inner: string, attributes = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}>${inner}</feed>`;
export const atom03 = (inner: string, attributes = '') =>
  `<feed version="0.3" xmlns="http://purl.org/atom/ns#" ${attributes}>${inner}</feed>`;
export const json = (fields: object) =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'T', items: [], ...fields });

/** Feeds with a single post with this content. */
export const item = (inner: string, attributes?: string) => rss(`<item>${inner}</item>`, attributes);
export const entry = (inner: string, attributes?: string) => atom(`<entry>${inner}</entry>`, attributes);
export const entry03 = (inner: string, attributes?: string) => atom03(`<entry>${inner}</entry>`, attributes);
export const jsonItem = (fields: object) => json({ items: [{ id: '1', ...fields }] });

export const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
export const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

type Row = [name: string, feed: string | Uint8Array, expected: unknown];

/** One test per row: what `field` returns for a feed. */
export function table(field: (feed: Feed) => unknown, rows: Row[]): void {
  for (const [name, body, expected] of rows)
    it(name, async () => expect(field(await feedOf(body))).to.deep.equal(expected));
}

/** The same, for a field of the first post. */
export const itemTable = (field: (item: Item) => unknown, rows: Row[]) =>
  table(({ items }) => items[0] && field(items[0]), rows);
