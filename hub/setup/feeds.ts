/** Feeds for the widgets on the console's page. */
import { randomUUID } from 'node:crypto';
import type { Attachment, Feed, Item, School } from '../../core/model/feed.ts';
import { omitUndefined } from '../../core/omit-undefined.ts';
import type { FeedPath } from './api.ts';
import type { ShownImages } from './images.ts';

/** Beyond that, the oldest are forgotten: a page shows a few dozen. */
const MAX_FEEDS = 300;
/** As in a list that the hub publishes. */
const MAX_ITEMS = 50;

const isPicture = ({ mime_type }: Attachment) => mime_type.startsWith('image/');

export interface ShownFeedOptions {
  /** The school of all items, if they do not name theirs. */
  school?: School & { id: string };
  /** What was typed or configured and led to the feed; see `HttpClient`. */
  reachable: readonly string[];
}

/** The feeds that the page shows, as the hub would publish them. Their paths cannot be guessed. */
export class ShownFeeds {
  /** JSON by id, the oldest first. */
  private readonly feeds = new Map<string, string>();

  constructor(private readonly images: ShownImages) {}

  /** Path of a feed on this server. Its pictures are read through the hub's client, and only when they are shown. */
  add(feed: Feed, { school, reachable }: ShownFeedOptions): FeedPath {
    const shown = this.published(feed, school, (url) => this.images.add(url, reachable));
    const id = randomUUID();
    this.feeds.set(id, JSON.stringify(shown));
    for (const oldest of this.feeds.keys()) {
      if (this.feeds.size <= MAX_FEEDS) break;
      this.feeds.delete(oldest);
    }
    return `/feeds/${id}.json`;
  }

  /** The JSON of a feed. @param id the last part of its path, without `.json` */
  get(id: string): string | undefined {
    return this.feeds.get(id);
  }

  private published(feed: Feed, school: ShownFeedOptions['school'], pathOf: (url: string) => string): Feed {
    const { version, title, home_page_url, language } = feed;
    const path = (url: string | undefined) => url && pathOf(url);
    const photo = (attachment: Attachment): Attachment => ({
      ...attachment,
      url: pathOf(attachment.url),
      ...(attachment._tct && {
        _tct: omitUndefined({ ...attachment._tct, thumbnail: path(attachment._tct.thumbnail) }),
      }),
    });
    const toItem = (item: Item): Item =>
      omitUndefined({
        ...item,
        image: path(item.image),
        banner_image: path(item.banner_image),
        attachments: item.attachments?.map((each) => (isPicture(each) ? photo(each) : each)),
        ...(school && { _tct: { ...item._tct, school: school.id } }),
      });
    const { id, name, home } = school ?? {};
    const schools = id && name ? { [id]: { name, ...(home && { home }) } } : feed._tct?.schools;
    // Neither a next page nor an icon, which the browser would get from the site itself.
    return {
      version,
      title,
      ...(home_page_url && { home_page_url }),
      ...(language && { language }),
      items: feed.items.slice(0, MAX_ITEMS).map(toItem),
      ...(schools && { _tct: { schools } }),
    };
  }
}
