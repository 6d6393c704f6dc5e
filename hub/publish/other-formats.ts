import type { Cluster, ClusterSchool, ListKind } from '../../core/config/cluster.ts';
import type { Feed } from '../../core/model/feed.ts';
import { atomFeed } from './atom.ts';
import { htmlFragment } from './html-list.ts';
import { type PublishedPost, publicFolderUrl, schoolNames } from './list-files.ts';
import type { NewestPage } from './newest-page.ts';
import type { PublicFolder } from './public-folder.ts';
import { rssFeed } from './rss.ts';

/** Whether a list has other formats than JSON: the cluster's always, a school's if it has such posts or a source of them. */
export const hasOtherFormats = (owner: Cluster | ClusterSchool, kind: ListKind, posts: number): boolean =>
  'schools' in owner || owner[kind].length > 0 || posts > 0;

/** The names of a list's files in other formats: Atom, RSS and a fragment of HTML. */
export const otherFormatNames = (kind: ListKind) =>
  [`${kind}.xml`, `${kind}-rss.xml`, `${kind}.html`] as const;

/** Size of a copy of an image; undefined of all other URLs. */
function copyBytes(url: string, hub: string | undefined, folder: PublicFolder): number | undefined {
  const name = hub !== undefined && url.startsWith(hub) ? url.slice(hub.length) : '';
  return /^images\/[\w-]+\.webp$/.test(name) ? folder.bytesOf(name) : undefined;
}

/** The newest page of a list, and what it is published with. */
interface PublishedPage {
  cluster: Cluster;
  folder: PublicFolder;
  /** ms since the epoch */
  now: number;
  kind: ListKind;
  /** Of the list, relative to the public folder: empty or `schools/<id>/`. */
  path: string;
  owner: Cluster | ClusterSchool;
  /** Of the page, in the order of the feed's items. */
  posts: readonly PublishedPost[];
  /** The page as JSON. */
  feed: Feed;
}

/** The newest page of a list as Atom, RSS and a fragment of HTML, by the names of their files. */
export function otherFormats({
  cluster,
  folder,
  now,
  kind,
  path,
  owner,
  posts,
  feed,
}: PublishedPage): [name: string, content: string][] {
  const hub = publicFolderUrl(cluster);
  const page: NewestPage = {
    kind,
    owner: owner.name,
    ...(hub !== undefined && { folder: hub + path }),
    id: `${hub ?? cluster.name} ${path}${kind}`,
    home: feed.home_page_url ?? cluster.schools[0]!.home,
    feed,
    dates: posts.map(({ date }) => date),
    now,
    bytesOf: (url) => copyBytes(url, hub, folder),
  };
  const [atom, rss, html] = otherFormatNames(kind);
  return [
    [atom, atomFeed(page)],
    [rss, rssFeed(page)],
    [html, htmlFragment(feed.items, kind, schoolNames(cluster))],
  ];
}
