import type { Attachment } from '../../core/model/feed.ts';
import { isDocumentUrl, mediaTypeOfUrl } from '../../core/read/media-type.ts';
import { toAttachment } from '../../core/read/to-item.ts';
import { foldWords } from '../../core/text/match-words.ts';
import { line } from '../../core/text/normalize.ts';
import { isGeneric } from './generic-text.ts';
import { type Element, type HtmlPage, seen } from './html-page.ts';

/** What stands before a file's name on the link to it: "Tải tập tin 1: ". */
const LEAD =
  /^(?:tải|tập tin|tệp|file|đính kèm|download)(?:\s+(?:về|xuống|tập tin|tệp|tin|file|đính kèm))*(?:\s*\d*\s*:\s*|\s+|$)/iu;
/** What a link to a file says, where its address does not tell. */
const SAYS_FILE = /\b(?:tai|tep|tap tin|file|dinh kem|download|pdf|docx?)\b/;

function isFileName(text: string | undefined): text is string {
  return !!text && isDocumentUrl(`/${text.trim()}`);
}

/** The last part of an address's path as people read it. */
function pathName(url: string): string {
  const name = new URL(url).pathname.split('/').pop()!;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/**
 * The file behind a link, if there is one: its address or what the link says ends as a file's name does
 * (`?download=1`, titled `quyet-dinh.pdf`).
 *
 * @param isFile whether it is known to be a file, whatever it is called
 */
export function fileOf(page: HtmlPage, link: Element, isFile = false): Attachment | undefined {
  const url = page.address(link.attribs.href);
  if (!url) return undefined;
  const words = (page.words(link, 300) ?? '').replace(LEAD, '');
  const said = [words, link.attribs.download, link.attribs.title?.replace(LEAD, '')];
  const name = said.find(isFileName);
  if (!isFile && !name && !isDocumentUrl(url)) return undefined;
  const telling = isGeneric(words) ? undefined : words;
  return toAttachment(url, page.base, {
    mime_type: isDocumentUrl(url) ? undefined : name && mediaTypeOfUrl(`/${name.trim()}`),
    title: line(telling ?? name ?? (isDocumentUrl(url) ? pathName(url) : words || undefined), 300),
  });
}

/** Whether a link in a column of files leads to one, and not to a page about it. */
export function saysFile(page: HtmlPage, link: Element): boolean {
  const words = `${page.words(link, 300) ?? ''} ${link.attribs.title ?? ''}`;
  return 'download' in link.attribs || !foldWords(words) || SAYS_FILE.test(foldWords(words));
}

/** The files an element links to. */
export function filesIn(page: HtmlPage, element: Element): Attachment[] {
  return [element, ...seen(element, /^a$/)]
    .filter(({ name }) => name === 'a')
    .map((link) => fileOf(page, link))
    .filter((file) => file !== undefined);
}
