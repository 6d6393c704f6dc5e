/**
 * The model. Everything a school publishes is a JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/);
 * what JSON Feed lacks stands under `_tct`. All text is plain text, all addresses are absolute http(s).
 */

/** How much of a date the source really gave. */
export type Precision = 'day' | 'hour' | 'minute';

/** A person. Never the school itself: that is `_tct.school`. */
export interface Author {
  name: string;
  url?: string;
}

/** A file of a document, a photo of an album, an enclosure. */
export interface Attachment {
  url: string;
  /** JSON Feed requires it; `application/octet-stream` where neither source nor address tells. */
  mime_type: string;
  title?: string;
  size_in_bytes?: number;
  duration_in_seconds?: number;
  /** Pixels; `thumbnail` is an address; `alt` the text for those who do not see the photo. */
  _tct?: { width?: number; height?: number; thumbnail?: string; alt?: string };
}

/** The facts of an official document (văn bản). Dates are `YYYY-MM-DD`: calendar dates, not instants. */
export interface DocumentFacts {
  /** Số/ký hiệu, for example `123/QĐ-TCT`. */
  number?: string;
  /** Loại, for example `Quyết định`. */
  type?: string;
  /** Lĩnh vực. */
  field?: string;
  /** Cơ quan ban hành. */
  issuer?: string;
  /** Người ký. */
  signer?: string;
  issued?: string;
  effective?: string;
  expires?: string;
  /** Number of the document this one replaces. */
  replaces?: string;
  status?: 'valid' | 'expired' | 'unknown';
}

export interface Item {
  /** The guid as the source gives it (trimmed), else the normalised link, else a digest of title and text. */
  id: string;
  /** The original page. */
  url?: string;
  external_url?: string;
  title?: string;
  /** At most 600 characters, one line, cut at a word. */
  summary?: string;
  /** At most 2,000 characters, a line a paragraph, cut at a word; empty where the source gives no text. */
  content_text: string;
  image?: string;
  banner_image?: string;
  /** RFC 3339 in Vietnam's time, always written `YYYY-MM-DDTHH:mm:ss+07:00`, so that text order is time order. */
  date_published?: string;
  date_modified?: string;
  authors?: Author[];
  tags?: string[];
  language?: string;
  attachments?: Attachment[];
  _tct?: {
    /** Id of the school, in files that hold several. */
    school?: string;
    /** Precision of `date_published`. */
    precision?: Precision;
    views?: number;
    document?: DocumentFacts;
  };
}

/** What a feed says of its own rhythm: input for polite polling, never published. */
export interface UpdateHints {
  /** Minutes between two polls at least (RSS `ttl`, `sy:updatePeriod` / `sy:updateFrequency`). */
  minutes?: number;
  /** Hours 0–23 in GMT at which not to ask (RSS `skipHours`). */
  skipHours?: number[];
  /** Days 0 (Sunday) – 6 in GMT on which not to ask (RSS `skipDays`). */
  skipDays?: number[];
}

export interface School {
  name: string;
  home?: string;
}

export interface Feed {
  version: 'https://jsonfeed.org/version/1.1';
  title: string;
  home_page_url?: string;
  feed_url?: string;
  description?: string;
  next_url?: string;
  icon?: string;
  favicon?: string;
  authors?: Author[];
  language?: string;
  expired?: boolean;
  items: Item[];
  _tct?: { schools?: Record<string, School>; rhythm?: UpdateHints };
}

/** Where bytes came from: what a reader needs to know beside them. */
export interface ReadContext {
  /** The address that answered, after redirects: base of every relative address. */
  url: string;
  /** The `Content-Type` header as received; `headers.get('content-type')` will do. */
  contentType?: string | null | undefined;
}
