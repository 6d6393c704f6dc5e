import type { Attachment } from '../../../core/model/feed.ts';
import { linkAddresses } from '../../../core/read/html/link-addresses.ts';
import { isDocumentUrl, mediaTypeOfUrl } from '../../../core/read/media-type.ts';
import { toAttachment } from '../../../core/read/to-item.ts';
import { foldWords } from '../../../core/text/fold-words.ts';
import { line } from '../../../core/text/normalize.ts';
import { isGeneric } from '../generic-text.ts';
import type { HtmlPage } from '../html-page.ts';
import { descendants, type Element, isElement, isHidden } from '../tree.ts';

/** Words before the file's name in a link's text: "Tải tập tin 1: ". */
const LEADING_WORDS =
  /^(?:tải|tập tin|tệp|file|đính kèm|download)(?:\s+(?:về|xuống|tập tin|tệp|tin|file|đính kèm))*(?:\s*\d*\s*:\s*|\s+|$)/iu;
/** Words of links to files, folded. */
const FILE_WORDS = /\b(?:tai|tep|tap tin|file|dinh kem|download|pdf|docx?)\b/;

function isFileName(text: string | undefined): text is string {
  return !!text && isDocumentUrl(`/${text.trim()}`);
}

/** The decoded name of the file that a URL names in its path or query, else its last segment. */
function fileName(url: string): string {
  const name =
    /^.*[/=]([^/?#=&;]+\.(?:pdf|docx?|xlsx?|pptx?|zip|rar))(?=[/?#&;]|$)/is.exec(url)?.[1] ??
    new URL(url).pathname.split('/').pop()!;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/**
 * The file that a link leads to; undefined if it leads to a page. Files are recognised by the extension of the URL, or
 * of the link's text or title (`?download=1`, titled `quyet-dinh.pdf`).
 *
 * @param isFile true if the link is known to lead to a file, whatever its name
 */
export function fileOf(page: HtmlPage, link: Element, isFile = false): Attachment | undefined {
  const urls = linkAddresses(link.attribs.href, link.attribs.onclick)
    .map((address) => page.resolveUrl(address))
    .filter((each) => each !== undefined);
  const url = urls.find(isDocumentUrl) ?? urls[0];
  if (!url) return undefined;
  const words = (page.textLine(link, 300) ?? '').replace(LEADING_WORDS, '');
  const names = [words, link.attribs.download, link.attribs.title?.replace(LEADING_WORDS, '')];
  const name = names.find(isFileName);
  if (!isFile && !name && !isDocumentUrl(url)) return undefined;
  const title = isGeneric(words) ? undefined : words;
  return toAttachment(url, page.base, {
    mime_type: isDocumentUrl(url) ? undefined : name && mediaTypeOfUrl(`/${name.trim()}`),
    title: line(title ?? name ?? (isDocumentUrl(url) ? fileName(url) : words || undefined), 300),
  });
}

/** Whether a link in a column of files looks like one to a file, rather than to a page about the document. */
export function looksLikeFile(page: HtmlPage, link: Element): boolean {
  const words = `${page.textLine(link, 300) ?? ''} ${link.attribs.title ?? ''}`;
  return 'download' in link.attribs || !foldWords(words) || FILE_WORDS.test(foldWords(words));
}

/** The links of an element: itself or inside it, with other elements whose script may open a file. */
export function linksIn(element: Element): Element[] {
  const isSkipped = (each: Element) => each.name !== 'button' && isHidden(each);
  return [element, ...descendants(element, isSkipped)].filter(
    (node): node is Element =>
      isElement(node) &&
      (node.name === 'a' ||
        ('onclick' in node.attribs &&
          /^(?:button|input|label|span|img|i|b|em|u|font|strong|div|p|td)$/.test(node.name))),
  );
}

/** The files that an element or the links inside it lead to. */
export function filesIn(page: HtmlPage, element: Element): Attachment[] {
  return linksIn(element)
    .map((link) => fileOf(page, link))
    .filter((file) => file !== undefined);
}
