/** Lists of links, for the hub's own page and as fragments for other pages. */
import type { ListKind } from '../../core/config/cluster.ts';
import type { Item } from '../../core/model/feed.ts';
import { isPhoto } from '../../core/model/is-photo.ts';
import { httpUrl } from '../../core/url.ts';
import { escapeHtml } from '../escape-html.ts';
import { shownDate } from '../memory/posts.ts';
import { itemLink, itemTitle } from './item-text.ts';

/** Width at which a page without any style shows a photo: it fits the narrowest column. */
const PHOTO_WIDTH_PX = 160;

/** Items of a fragment: what a block on a page holds. */
const MAX_ITEMS: Record<ListKind, number> = { news: 10, documents: 10, gallery: 12 };

/** The date in Vietnamese order, with the time if it is known to the minute. */
function dateElement(date: string | undefined, precision: string | undefined): string {
  const [, year, month, day, time] = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?/.exec(date ?? '') ?? [];
  if (!year) return '';
  const withTime = time && precision === 'minute';
  const shown = `${day}/${month}/${year}${withTime ? ` ${time}` : ''}`;
  return `<time class="tct-date" datetime="${withTime ? date : `${year}-${month}-${day}`}">${shown}</time>`;
}

/** The first photo of an album, without a caption that its link says already; nothing if there is none. */
function photoElement({ image, attachments = [] }: Item, title: string): string {
  const photo = attachments.find(isPhoto);
  const { thumbnail, width, height, alt = '' } = photo?._tct ?? {};
  const url = httpUrl(thumbnail) ?? httpUrl(image) ?? httpUrl(photo?.url);
  if (!url) return '';
  const isItsSize = width && height && (url === thumbnail || url === photo?.url);
  const shownHeight = isItsSize ? ` height="${Math.round((PHOTO_WIDTH_PX * height) / width)}"` : '';
  const text = alt === title ? '' : escapeHtml(alt);
  return `<img class="tct-photo" src="${escapeHtml(url)}" width="${PHOTO_WIDTH_PX}"${shownHeight} alt="${text}" loading="lazy" referrerpolicy="no-referrer"> `;
}

/**
 * A list of links with school and date; with photos if it is one of albums.
 *
 * Classes, for pages that style it: `tct-links` and `tct-links-news`, `-documents` or `-gallery` on the list, `tct-photo`
 * on a picture, `tct-meta` on what stands behind a link, and in it `tct-school` and `tct-date`; `tct-links-empty` on the
 * sentence that stands for an empty list.
 */
export function htmlList(
  items: readonly Item[],
  kind: ListKind,
  schoolNames: ReadonlyMap<string, string>,
): string {
  if (!items.length) return `<p class="tct-links-empty" lang="vi">Chưa có bài nào.</p>`;
  const lines = items.map((item) => {
    const title = itemTitle(item, kind);
    const link = itemLink(item);
    const text = (kind === 'gallery' ? photoElement(item, title) : '') + escapeHtml(title);
    const school = schoolNames.get(item._tct?.school ?? '');
    const meta = [
      school && `<span class="tct-school">${escapeHtml(school)}</span>`,
      dateElement(shownDate(item, kind), item._tct?.precision),
    ];
    return `<li>${link ? `<a href="${escapeHtml(link)}" rel="noreferrer">${text}</a>` : text} <small class="tct-meta">${meta.filter(Boolean).join(' · ')}</small></li>`;
  });
  return `<ul class="tct-links tct-links-${kind}" lang="vi">\n${lines.join('\n')}\n</ul>`;
}

/** Letters beyond ASCII as references, so that HTML reads the same in every encoding; without control characters. */
function asciiHtml(html: string): string {
  return html.replace(/[^\n -~]/gu, (character) => {
    const code = character.codePointAt(0)!;
    const isControl = code < 0xa0 || (code >= 0xd800 && code <= 0xdfff);
    return isControl ? '' : `&#${code};`;
  });
}

/**
 * The newest items of a list as a piece of HTML without scripts and styles, to be included into a page of any encoding.
 */
export function htmlFragment(
  items: readonly Item[],
  kind: ListKind,
  schoolNames: ReadonlyMap<string, string>,
): string {
  return asciiHtml(`${htmlList(items.slice(0, MAX_ITEMS[kind]), kind, schoolNames)}\n`);
}
