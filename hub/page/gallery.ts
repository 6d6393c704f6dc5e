import type { Attachment } from '../../core/model/feed.ts';
import { htmlToText } from '../../core/read/html/to-text.ts';
import { omitUndefinedOrEmpty } from '../../core/read/json/values.ts';
import { mediaTypeOfUrl } from '../../core/read/media-type.ts';
import { parseCount, type RawItem, toAttachment } from '../../core/read/to-item.ts';
import { line } from '../../core/text/normalize.ts';
import { findDate, guessDate } from './dates.ts';
import { type Element, type HtmlPage, isElement, isUnseen, lineage, seen, within } from './html-page.ts';
import { pictureOf, readItem } from './item.ts';
import type { Selectors } from './selectors.ts';

/** Containers by their names, and the parts of a page that hold what it is about. */
const GALLERY_NAME = /gallery|album|thu-?vien-?anh|photos|lightbox/i;
const CONTENT_NAME =
  /(?:^|[\s_-])(?:article-?body|entry-content|post-content|article-content|news-content|body-?text|journal-content-article|noi-?dung|chi-?tiet)(?:$|[\s_-])/i;
/** Parts of a page that are not what it is about. */
const ASIDE = /^(?:nav|header|footer|aside|form)$/;
/** The share of a page's photos that its content must hold. */
const MAX_ALBUM_PAGES = 0.7;

interface Shown {
  image: Element;
  /** The address core would take for the picture. */
  url: string;
}

/** The pictures an element holds or is; core says what is one. */
function picturesIn(page: HtmlPage, element: Element): Shown[] {
  return [element, ...seen(element)]
    .filter(({ name }) => name === 'img')
    .flatMap((image) => {
      const { image: url } = htmlToText(page.slice(image, image), page.base, 0);
      return url ? [{ image, url }] : [];
    });
}

/** The link a picture lies in. */
function linkAround(image: Element): Element | undefined {
  return [...lineage(image)].find(({ name }) => name === 'a');
}

/** The media type an address tells: Liferay's go on behind the file's name. */
function imageType(url: string): string | undefined {
  const type =
    mediaTypeOfUrl(url) ??
    mediaTypeOfUrl(/\.(?:jpe?g|png|gif|webp|avif)(?=[/?#])/i.exec(new URL(url).pathname)?.[0] ?? '');
  return type?.startsWith('image/') ? type : undefined;
}

/** The largest picture of a `srcset`, and its width in pixels. */
function largest(page: HtmlPage, { attribs }: Element): { url: string; width: number } | undefined {
  const candidates = (attribs.srcset ?? attribs['data-srcset'] ?? '').split(/,\s+/).flatMap((candidate) => {
    const [, address, pixels] = /^\s*(\S+)\s+(\d+)w\s*$/.exec(candidate) ?? [];
    const url = page.address(address);
    return url ? [{ url, width: Number(pixels) }] : [];
  });
  return candidates.reduce<(typeof candidates)[0] | undefined>(
    (best, each) => (each.width > (best?.width ?? 0) ? each : best),
    undefined,
  );
}

/** Whether an element holds other pictures than this one. */
function holdsOther(around: Element, image: Element): boolean {
  for (const node of within(around, isUnseen))
    if (isElement(node) && node.name === 'img' && node !== image) return true;
  return false;
}

/** The caption that belongs to this picture alone, else what its link says for the big view. */
function captionOf(page: HtmlPage, image: Element): string | undefined {
  for (const around of lineage(image)) {
    if (holdsOther(around, image)) break;
    const caption = seen(around).find(
      ({ name, attribs }) => name === 'figcaption' || /caption(?:-text)?(?:$|\s)/.test(attribs.class ?? ''),
    );
    const words = caption && page.words(caption, 300);
    if (words) return words;
  }
  const link = linkAround(image)?.attribs;
  return [link?.['data-caption'], link?.['data-title'], link?.title, image.attribs.title]
    .map((text) => line(text && htmlToText(text).text, 300))
    .find(Boolean);
}

/** A photo at the largest size the page names: by a link to a picture, by `srcset`, else as it is shown. */
function photoOf(page: HtmlPage, { image, url: shown }: Shown): Attachment | undefined {
  const linked = page.address(linkAround(image)?.attribs.href);
  const whole = linked && imageType(linked) ? linked : undefined;
  const wide = whole ? undefined : largest(page, image);
  const url = whole ?? wide?.url ?? shown;
  const { width, height, alt } = image.attribs;
  // The attributes are the size of what is shown.
  const [across, down] = [parseCount(width), parseCount(height)];
  const same = url === shown || (wide !== undefined && wide.width === across);
  const size = same && across && down ? { width: across, height: down } : { width: wide?.width };
  return toAttachment(url, page.base, {
    // That it is a picture is known, of which kind often not; most are this.
    mime_type: imageType(url) ?? 'image/jpeg',
    title: captionOf(page, image),
    _tct: omitUndefinedOrEmpty({
      ...size,
      thumbnail: url === shown ? undefined : shown,
      alt: line(alt, 300),
    }),
  });
}

/** The element of a page that most likely holds its photos. */
function guessArea(page: HtmlPage): Element | undefined {
  const elements = seen(page.root);
  const holding = new Map<Element, number>();
  let total = 0;
  for (const image of elements) {
    if (image.name !== 'img' || !pictureOf(page, image)) continue;
    const around = [...lineage(image)];
    const link = linkAround(image)?.attribs.href;
    const named = around.some(({ attribs }) =>
      GALLERY_NAME.test(`${attribs.class ?? ''} ${attribs.id ?? ''}`),
    );
    // A picture that leads to another page is a teaser, unless it stands in a gallery.
    const leads = link !== undefined && !imageType(page.address(link) ?? 'http://x/');
    if (around.some(({ name }) => ASIDE.test(name)) || (leads && !named)) continue;
    total++;
    for (const each of around) holding.set(each, (holding.get(each) ?? 0) + 1);
  }
  const names = ({ attribs }: Element) =>
    `${attribs.class ?? ''} ${attribs.id ?? ''} ${attribs.itemprop ?? ''}`;
  const most = (found: Element[]) =>
    found.reduce<Element | undefined>(
      (best, each) => (holding.get(each)! >= (best ? holding.get(best)! : 1) ? each : best),
      undefined,
    );
  const held = elements.filter((each) => holding.has(each) && each.name !== 'img');
  return (
    most(held.filter((each) => GALLERY_NAME.test(names(each)) && holding.get(each)! > 1)) ??
    most(held.filter((each) => each.name === 'article' || CONTENT_NAME.test(names(each)))) ??
    held.filter((each) => holding.get(each)! >= Math.max(2, total * MAX_ALBUM_PAGES)).at(-1)
  );
}

/** The heading the album stands under: the last before its photos, else the first of the page. */
function headingOf(page: HtmlPage, area: Element): Element | undefined {
  const all = seen(page.root, /^h[1-3]$/).filter((each) => page.words(each));
  const before = all.filter((each) => each.startIndex! < area.startIndex!);
  return all.find(({ name }) => name === 'h1') ?? before.at(-1) ?? all[0];
}

/** The one album of a page that shows photos. */
function album(page: HtmlPage, selectors: Selectors, areas: Element[]): RawItem[] {
  const photos = areas.flatMap((area) => picturesIn(page, area)).map((shown) => photoOf(page, shown));
  const [first] = photos.filter((photo) => photo !== undefined);
  if (!first) return [];
  const heading = selectors.first('title', page) ?? headingOf(page, areas[0]!);
  const around = heading && [...lineage(areas[0]!)].find((each) => [...lineage(heading)].includes(each));
  const dated = selectors.first('date', page);
  const summary = selectors.first('summary', page);
  const skip = new Set([...areas, ...(heading ? [heading] : [])]);
  return [
    {
      link: page.url,
      base: page.base,
      title: (heading && page.words(heading)) ?? page.title,
      published:
        selectors.written('date') !== undefined
          ? dated && findDate(page, dated)
          : around && guessDate(page, around, skip),
      summary: summary && { html: page.inner(summary), base: page.base },
      image: first.url,
      attachments: photos,
    },
  ];
}

/** An album of a list: its name, its page and its cover. */
function cover(page: HtmlPage, selectors: Selectors, item: Element): RawItem {
  const { attachments: _, ...parts } = readItem(page, selectors, item);
  const image = seen(item, /^img$/).find(({ attribs }) => attribs.alt);
  return { ...parts, title: parts.title ?? image?.attribs.alt };
}

/** The albums of a page: each item one, else all its photos together. */
export function readGallery(page: HtmlPage, selectors: Selectors): RawItem[] {
  if (selectors.written('item') !== undefined)
    return selectors.outermost('item', page).map((item) => cover(page, selectors, item));
  if (selectors.written('photos') !== undefined)
    return album(page, selectors, selectors.outermost('photos', page));
  const area = guessArea(page);
  return area && isElement(area) ? album(page, selectors, [area]) : [];
}
