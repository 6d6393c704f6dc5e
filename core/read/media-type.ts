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

/** The media type an address's file extension stands for, if it is one that schools publish. */
export function mediaTypeOfUrl(url: string): string | undefined {
  const extension = /\.([a-z\d]{3,4})(?:[?#]|$)/i.exec(url)?.[1];
  return extension && TYPE_BY_EXTENSION[extension.toLowerCase()];
}

/** The media type of what nobody says what it is (RFC 2046, 4.5.1). */
const UNKNOWN = 'application/octet-stream';

/** The media type of a file: what its source says, else what its address stands for. */
export function attachmentMediaType(url: string, said: string | undefined): string {
  return (said !== UNKNOWN && said) || mediaTypeOfUrl(url) || UNKNOWN;
}

/** Whether there may be the address of a document in a tag: a quick look before its attributes are read. */
const DOCUMENT_NAME = new RegExp(
  `\\.(?:${Object.keys(TYPE_BY_EXTENSION)
    .filter((name) => TYPE_BY_EXTENSION[name]!.startsWith('application/'))
    .join('|')})`,
  'i',
);
export const mayLinkDocument = (tag: string): boolean => DOCUMENT_NAME.test(tag);

/** Whether an address is a file to read or keep (pdf, doc, xls …) rather than a page, a picture or a film. */
export function isDocumentUrl(url: string): boolean {
  return mediaTypeOfUrl(url)?.startsWith('application/') ?? false;
}
