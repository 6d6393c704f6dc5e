import { createHash } from 'node:crypto';
import { generateAtomFeed } from 'feedsmith';
import { type FeedEntry, feedEntries, lastUpdated } from './feed-entry.ts';
import { htmlText } from './html.ts';
import type { NewestPage } from './newest-page.ts';
import { tidyXml } from './tidy-xml.ts';
import { VietnamDate } from './vietnam-date.ts';

/** A `urn:uuid:` for a text, always the same one: version 8 (RFC 9562), from its SHA-256. */
function uuidUrn(text: string): string {
  const digits = createHash('sha256').update(text).digest('hex');
  const variant = ((Number.parseInt(digits[16]!, 16) & 3) | 8).toString(16);
  return `urn:uuid:${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
}

/** A name without what could be markup. Names are plain in Atom, and readers would show the references of HTML. */
const plainName = (name: string) => name.replaceAll('<', '‹').replaceAll('>', '›');

const toPerson = ({ name, url }: { name: string; url?: string }) => ({
  name: plainName(name),
  ...(url && { uri: url }),
});

function toAtomEntry(entry: FeedEntry) {
  const { id, title, link, summary, authors, categories, published, updated, enclosures, media } = entry;
  return {
    id: uuidUrn(id),
    title: htmlText(title),
    updated,
    ...(published && { published }),
    authors: authors.map(toPerson),
    categories: categories.map(({ name, scheme }) => ({ term: plainName(name), ...(scheme && { scheme }) })),
    links: [
      ...(link ? [{ href: link, rel: 'alternate' }] : []),
      ...enclosures.map(({ url, type, length }) => ({
        href: url,
        rel: 'enclosure',
        type,
        ...(length !== undefined && { length }),
      })),
    ],
    ...(summary && { summary: htmlText(summary) }),
    // An entry without a page to link to must have content (RFC 4287, section 4.1.2).
    ...(!link && { content: htmlText(summary ?? title) }),
    ...(media && { media }),
  };
}

/**
 * The newest page of a list as Atom 1.0 (RFC 4287).
 *
 * - An id is a UUID of the published item's, the same in the school's list and the cluster's, and after the hub has moved.
 * - `updated` of a post without a date is when the hub first saw it; of a list without posts, the beginning of 1970: it
 *   may not be missing, and may not change with every run.
 * - Without an address of the hub (`hub` in the configuration) there is no link to the feed itself; all other links are
 *   absolute all the same, since they lead to the schools' sites.
 */
export function atomFeed(page: NewestPage): string {
  const { owner, home, folder, kind, feed, id } = page;
  const entries = feedEntries(page);
  return tidyXml(
    generateAtomFeed(
      {
        xml: { lang: 'vi' },
        id: uuidUrn(id),
        title: htmlText(feed.title),
        updated: lastUpdated(entries) ?? new VietnamDate(0),
        authors: [toPerson({ name: owner, url: home })],
        links: [
          ...(folder ? [{ href: `${folder}${kind}.xml`, rel: 'self', type: 'application/atom+xml' }] : []),
          { href: home, rel: 'alternate', type: 'text/html' },
        ],
        generator: { text: 'tct-hub' },
        entries: entries.map(toAtomEntry),
      },
      { strict: true },
    ),
  );
}
