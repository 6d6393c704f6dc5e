const OFFICE = 'application/vnd.openxmlformats-officedocument.';
const TYPE_BY_EXTENSION: Record<string, string> = {
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: `${OFFICE}wordprocessingml.document`,
  xls: 'application/vnd.ms-excel',
  xlsx: `${OFFICE}spreadsheetml.sheet`,
  ppt: 'application/vnd.ms-powerpoint',
  pptx: `${OFFICE}presentationml.presentation`,
  zip: 'application/zip',
  rar: 'application/vnd.rar',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
};

/** Pages that are given a file to show: `/sharer.php?u=…/a.pdf`, Plone's `/a.pdf/view`. */
const PAGE_ABOUT_FILE = /\/(?:sharer?(?:\.php)?\?|intent\/|share\/|view\/?(?:[?#]|$))/i;

/**
 * The media type for the last file extension in a URL; undefined unless schools publish such files. Scripts are named
 * before the file (`/Download.aspx?file=a.pdf&id=3`), and Liferay's versions behind it (`/a.pdf/0c5e-1?t=1`).
 */
export function mediaTypeOfUrl(url: string): string | undefined {
  let type: string | undefined;
  const path = url.replace(/^[a-z]*:?\/\/[^/?#]*/i, '');
  for (const [, extension] of path.matchAll(/\.([a-z\d]{3,4})(?=[/?#&;]|$)/gi))
    type = TYPE_BY_EXTENSION[extension!.toLowerCase()] ?? type;
  return type && PAGE_ABOUT_FILE.test(path) ? undefined : type;
}

/** RFC 2046, section 4.5.1. */
export const UNKNOWN_TYPE = 'application/octet-stream';

/** A type and subtype, with parameters if any (RFC 2045, section 5.1). */
const MEDIA_TYPE = /^[!-~]+\/[!-~]+(?: ?;[ -~]*)?$/;

/** The media type of a file: as stated by its source, else by its URL, else `application/octet-stream`. */
export function attachmentMediaType(url: string, stated = ''): string {
  const type = stated.trim().toLowerCase();
  return (type !== UNKNOWN_TYPE && MEDIA_TYPE.test(type) && type) || mediaTypeOfUrl(url) || UNKNOWN_TYPE;
}

const DOCUMENT_NAME = new RegExp(
  `\\.(?:${Object.keys(TYPE_BY_EXTENSION)
    .filter((name) => TYPE_BY_EXTENSION[name]!.startsWith('application/'))
    .join('|')})`,
  'i',
);
/** Whether a tag may contain the URL of a document: a quick check before its attributes are parsed. */
export const mayLinkDocument = (tag: string): boolean => DOCUMENT_NAME.test(tag);

/** Whether a URL is a document (pdf, doc, xls …) rather than a page, an image or a video. */
export function isDocumentUrl(url: string): boolean {
  return mediaTypeOfUrl(url)?.startsWith('application/') ?? false;
}

/** Whether a URL is an image by its extension. */
export const isImageUrl = (url: string): boolean => mediaTypeOfUrl(url)?.startsWith('image/') ?? false;
