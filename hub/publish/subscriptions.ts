/** The addresses of the lists for feed readers, on the hub's front page. */
import { type Cluster, type ClusterSchool, LIST_KINDS, type ListKind } from '../../core/config/cluster.ts';
import { escapeHtml } from '../escape-html.ts';
import { LIST_NAMES } from '../messages.ts';
import { publicFolderUrl } from './list-files.ts';
import { hasOtherFormats } from './other-formats.ts';

/** By the media type of a format: its name, and the end of its files' names. */
const FORMATS: [type: string, name: string, end: string][] = [
  ['application/feed+json', 'JSON Feed', '.json'],
  ['application/atom+xml', 'Atom', '.xml'],
  ['application/rss+xml', 'RSS', '-rss.xml'],
];

/** `link` elements by which feed readers and browsers find the cluster's lists, ending in a line break. */
export function alternateLinks({ name }: Cluster, kinds: readonly ListKind[]): string {
  const links = kinds.flatMap((kind) =>
    FORMATS.map(
      ([type, format, end]) =>
        `<link rel="alternate" type="${type}" title="${escapeHtml(`${name} – ${LIST_NAMES[kind]} (${format})`)}" href="${kind}${end}">\n`,
    ),
  );
  return links.join('');
}

/** The lists of a school or the cluster, as links and, where the hub knows its address, as text to copy. */
function addressesOf(
  owner: Cluster | ClusterSchool,
  kinds: readonly ListKind[],
  path: string,
  hub: string | undefined,
): string {
  const formats = [...FORMATS].reverse().filter(([, format]) => format !== 'JSON Feed');
  const addresses = kinds.flatMap((kind) =>
    formats.map(([, format, end]) => {
      const file = `${path}${kind}${end}`;
      const about = escapeHtml(`${format}: ${LIST_NAMES[kind]}, ${owner.name}`);
      const text = hub === undefined ? '' : ` <code>${escapeHtml(hub + file)}</code>`;
      return `<span>${LIST_NAMES[kind]}: <a href="${file}" aria-label="${about}">${format}</a>${text}</span>`;
    }),
  );
  return `<li><b>${escapeHtml(owner.name)}</b> ${addresses.join(' ')}</li>`;
}

/**
 * The section “Đăng ký RSS”: the lists of the cluster, and folded those of each school.
 *
 * @param kinds of the cluster's lists that have posts
 */
export function subscriptions(cluster: Cluster, kinds: readonly ListKind[]): string {
  const hub = publicFolderUrl(cluster);
  const schools = cluster.schools.flatMap((school) => {
    const own = LIST_KINDS.filter((kind) => hasOtherFormats(school, kind, 0));
    return own.length ? [addressesOf(school, own, `schools/${school.id}/`, hub)] : [];
  });
  return `<h2 id="rss">Đăng ký RSS</h2>
<p>Chép địa chỉ vào khối RSS của trang, vào Outlook hay trình đọc tin. Nơi không nhận RSS thì dùng Atom.</p>
<ul class="feeds">
${addressesOf(cluster, kinds.length ? kinds : ['news'], '', hub)}
</ul>
${schools.length ? `<details><summary>Từng trường</summary>\n<ul class="feeds">\n${schools.join('\n')}\n</ul>\n</details>` : ''}`;
}
