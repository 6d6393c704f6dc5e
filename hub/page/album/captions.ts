/** The captions of photos: in their own figures, in the attributes of their links, in the lines under them. */
import { htmlToText } from '../../../core/read/html/to-text.ts';
import { line } from '../../../core/text/normalize.ts';
import { isDate } from '../date/dates.ts';
import { isGeneric } from '../generic-text.ts';
import type { HtmlPage } from '../html-page.ts';
import {
  closest,
  descendants,
  type Element,
  isElement,
  isHidden,
  type Node,
  selfAndAncestors,
  visibleElements,
} from '../tree.ts';
import { imagesInside } from './images-inside.ts';

const MAX_CAPTION_CHARS = 300;
/** Longer lines under a photo are the text of a report. */
const MAX_LINE_CHARS = 200;

const CAPTION_CLASS = /caption(?:-text)?(?:$|\s)|chu-?thich/i;
/** Attributes in which lightboxes and editors have the caption, best first. */
const CAPTION_ATTRIBUTES = [
  'data-caption',
  'data-sub-html',
  'data-fancybox-title',
  'data-lightbox-title',
  'data-title',
  'title',
];

const BLOCK = /^(?:p|div|li|ul|ol|dl|dt|dd|tr|td|th|table|figure|figcaption|section|article|center|h[1-6])$/;
/** What sets a caption off from the text: slanted, small, centred or named as one. */
const CAPTION_ELEMENT = /^(?:em|i|small|center|figcaption|dd|caption)$/;
const CAPTION_STYLE = /text-align\s*:\s*center|font-style\s*:\s*italic/i;
const CAPTION_NAME =
  /(?:^|[\s_-])(?:text-center|center|title|name|caption|desc(?:ription)?|chu-?thich|tieu-?de|ten)(?:$|[\s_-])/i;
/** How captions begin in Vietnamese reports. */
const CAPTION_START = /^\(?(?:ảnh|hình|trong ảnh|toàn cảnh|quang cảnh)(?:\s|:|\d)/iu;

/** A line of text after a photo. */
interface Line {
  nodes: Node[];
  block: Element | undefined;
}

/** The largest element around an image without another one of them. */
function cellOf(image: Element, imagesInside: ReadonlyMap<Element, number>): Element {
  let cell = image;
  for (const around of selfAndAncestors(image)) {
    if ((imagesInside.get(around) ?? 0) > 1) break;
    cell = around;
  }
  return cell;
}

const isInside = (element: Element | undefined, around: Element) =>
  element !== undefined && [...selfAndAncestors(element)].includes(around);

/** The lines of text after each image, up to the next one. */
function linesAfter(page: HtmlPage, images: readonly Element[]): Map<Element, Line[]> {
  const lines = new Map<Element, Line[]>(images.map((image) => [image, []]));
  let current: Line[] | undefined;
  let isBroken = true;
  for (const node of descendants(page.root, isHidden)) {
    if (isElement(node)) {
      if (node.name === 'img' || lines.has(node)) current = lines.get(node);
      if (lines.has(node) || node.name === 'br') isBroken = true;
    } else if (node.type === 'text' && current && /[\p{L}\d]/u.test(node.data)) {
      const parent = node.parent && 'attribs' in node.parent ? node.parent : undefined;
      const block = parent && closest(parent, BLOCK);
      const last = current.at(-1);
      if (isBroken || !last || last.block !== block) current.push({ nodes: [node], block });
      else last.nodes.push(node);
      isBroken = false;
    }
  }
  return lines;
}

/** Whether an element sets all of a line off from the text: one between the line and what is around the photo, too. */
function isSetOff({ nodes }: Line, image: Element): boolean {
  return nodes.every(({ parent }) => {
    if (!parent || !('attribs' in parent)) return false;
    for (const around of selfAndAncestors(parent)) {
      if (isInside(image, around)) return false;
      const { name, attribs } = around;
      const isNamed = CAPTION_NAME.test(attribs.class ?? '') || /^center$/i.test(attribs.align ?? '');
      if (CAPTION_ELEMENT.test(name) || isNamed || CAPTION_STYLE.test(attribs.style ?? '')) return true;
    }
    return false;
  });
}

/** The captions that stand in lines under the photos. Lines of text between photos are not captions. */
function captionsUnder(
  page: HtmlPage,
  images: readonly Element[],
  counts: ReadonlyMap<Element, number>,
): Map<Element, string> {
  const after = linesAfter(page, images);
  const captions = new Map<Element, string>();
  const read = (image: Element) => {
    const cell = cellOf(image, counts);
    /** Whether a line is in the photo's cell, or in the element that follows it. */
    const isNear = ({ block }: Line) => {
      if (!block) return cell.parent === null || !('attribs' in cell.parent);
      if (isInside(block, cell) || isInside(cell, block)) return true;
      let next: Node | null = cell.nextSibling;
      while (next && !isElement(next)) next = next.nextSibling;
      return next !== null && !/^h[1-6]$/.test(next.name) && isInside(block, next);
    };
    return after.get(image)!.flatMap((each) => {
      const text = line(page.textOf(page.slice(each.nodes[0]!, each.nodes.at(-1)!)), MAX_CAPTION_CHARS);
      return text && !isGeneric(text) && !isDate(text) ? [{ ...each, text, isNear: isNear(each) }] : [];
    });
  };
  const found = images.map((image) => ({ image, lines: read(image) }));
  // Each photo but the last, which the rest of the page follows, has exactly one line.
  const isRegular =
    found.length > 1 &&
    found.every(({ lines }, index) =>
      index < found.length - 1 ? lines.length === 1 && lines[0]!.isNear : lines.length > 0,
    );
  for (const { image, lines } of found) {
    const [first] = lines;
    if (!first?.isNear || first.text.length > MAX_LINE_CHARS) continue;
    if (isRegular || CAPTION_START.test(first.text) || isSetOff(first, image))
      captions.set(image, first.text);
  }
  return captions;
}

/** The caption in the figure of this image, not of a group. */
function captionInFigure(
  page: HtmlPage,
  image: Element,
  counts: ReadonlyMap<Element, number>,
): string | undefined {
  const caption = visibleElements(cellOf(image, counts)).find(
    ({ name, attribs }) => name === 'figcaption' || CAPTION_CLASS.test(attribs.class ?? ''),
  );
  return caption && page.textLine(caption, MAX_CAPTION_CHARS);
}

/** The caption in the attributes of an image's link, or of another element around it alone. */
function captionInAttributes(image: Element, counts: ReadonlyMap<Element, number>): string | undefined {
  for (const around of selfAndAncestors(image)) {
    if (around === image && image.name === 'img') continue;
    if ((counts.get(around) ?? 0) > 1) break;
    for (const name of CAPTION_ATTRIBUTES) {
      if (name === 'title' && around.name !== 'a') continue;
      const value = around.attribs[name];
      // lightGallery's may be the selector of an element.
      const text =
        value && !/^[.#][\w-]+$/.test(value) ? line(htmlToText(value).text, MAX_CAPTION_CHARS) : undefined;
      if (text && !isGeneric(text)) return text;
    }
  }
  return undefined;
}

/** The captions of an album's photos, as far as they have one. */
export function captionsOf(page: HtmlPage, images: readonly Element[]): Map<Element, string> {
  const counts = imagesInside(page, images);
  const under = captionsUnder(page, images, counts);
  const captions = new Map<Element, string>();
  for (const image of images) {
    const caption =
      captionInFigure(page, image, counts) ??
      captionInAttributes(image, counts) ??
      under.get(image) ??
      line(image.attribs.title, MAX_CAPTION_CHARS);
    if (caption) captions.set(image, caption);
  }
  return captions;
}
