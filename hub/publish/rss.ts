import { generateRssFeed } from 'feedsmith';
import type { ListKind } from '../../core/config/cluster.ts';
import { escapeHtml } from '../escape-html.ts';
import { type FeedEntry, feedEntries, lastUpdated } from './feed-entry.ts';
import type { NewestPage } from './newest-page.ts';
import { tidyXml } from './tidy-xml.ts';

const DESCRIPTIONS: Record<ListKind, string> = {
  news: 'Tin mới nhất',
  documents: 'Văn bản mới nhất',
  gallery: 'Ảnh mới nhất',
};

function toRssItem(entry: FeedEntry) {
  const { id, title, link, summary, authors, categories, published, enclosures, media } = entry;
  return {
    title: escapeHtml(title),
    ...(link && { link }),
    ...(summary && { description: escapeHtml(summary) }),
    guid: { value: id.replace(/[<>]/g, encodeURIComponent), isPermaLink: false },
    ...(published && { pubDate: published }),
    // `author` would have to be a mail address.
    dc: { creators: authors.map(({ name }) => escapeHtml(name)) },
    categories: categories.map(({ name, scheme }) => ({
      name: escapeHtml(name),
      ...(scheme && { domain: scheme }),
    })),
    // Readers expect one. Its length may not be missing; 0 says that it is not known.
    enclosures: enclosures.slice(0, 1).map(({ length = 0, ...enclosure }) => ({ ...enclosure, length })),
    ...(media && { media }),
  };
}

/**
 * The newest page of a list as RSS 2.0, with Media RSS for pictures. All texts are HTML, as readers take them: blocks write
 * them into their pages as they are, where markup from one school's site would run on the sites of all.
 *
 * A `guid` is the id of the item in the JSON Feed. A post without a date has no `pubDate`. Without an address of the hub
 * there is no link to the feed itself, and the cluster's feed links to its first school, because `link` may not be
 * missing.
 */
export function rssFeed(page: NewestPage): string {
  const { owner, home, folder, kind, feed } = page;
  const entries = feedEntries(page);
  const lastBuildDate = lastUpdated(entries);
  return tidyXml(
    generateRssFeed(
      {
        title: escapeHtml(feed.title),
        link: home,
        description: escapeHtml(`${DESCRIPTIONS[kind]} của ${owner}`),
        language: 'vi',
        generator: 'tct-hub',
        docs: 'https://www.rssboard.org/rss-specification',
        ...(lastBuildDate && { lastBuildDate }),
        ...(folder && {
          atom: { links: [{ href: `${folder}${kind}-rss.xml`, rel: 'self', type: 'application/rss+xml' }] },
        }),
        items: entries.map(toRssItem),
      },
      { strict: true },
    ),
  );
}
