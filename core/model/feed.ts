/**
 * The model: JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), with further fields under `_tct`. All text is plain
 * text, all URLs are absolute http(s). Maximum lengths are in `limits.ts`.
 */

/** How precise a date is in the source. */
export type Precision = 'day' | 'hour' | 'minute';

/** A person, never the school, which is in `_tct.school`. */
export interface Author {
  name: string;
  url?: string;
}

/** A file of a document, a photo of an album, or an enclosure. */
export interface Attachment {
  url: string;
  /** `application/octet-stream` if neither the source nor the URL gives a type. */
  mime_type: string;
  title?: string;
  size_in_bytes?: number;
  duration_in_seconds?: number;
  /** Size in pixels; `thumbnail` is a URL, `alt` the alternative text. */
  _tct?: { width?: number; height?: number; thumbnail?: string; alt?: string };
}

/** The facts of an official document (văn bản). Dates are calendar dates, `YYYY-MM-DD`. */
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
  /** Number of the document that this one replaces. */
  replaces?: string;
  status?: 'valid' | 'expired' | 'unknown';
}

/** A news post, a document or a photo album. */
export interface Item {
  /** The trimmed guid of the source, else the normalized link, else a hash of title and text. Unique in the feed. */
  id: string;
  /** The post's page. */
  url?: string;
  external_url?: string;
  title?: string;
  /** One line of at most 600 characters, cut at a word. */
  summary?: string;
  /** At most 2,000 characters, one line per paragraph, cut at a word; empty if the source gives no text. */
  content_text: string;
  image?: string;
  banner_image?: string;
  /** Vietnam's time, always as `YYYY-MM-DDTHH:mm:ss+07:00`, so that text order is time order. */
  date_published?: string;
  date_modified?: string;
  authors?: Author[];
  tags?: string[];
  language?: string;
  attachments?: Attachment[];
  _tct?: {
    /** Id of the school, in feeds of several schools. */
    school?: string;
    /** Precision of `date_published`. */
    precision?: Precision;
    views?: number;
    document?: DocumentFacts;
  };
}

/** How often a feed wants to be polled. Never published. */
export interface UpdateHints {
  /** Minimum minutes between polls (RSS `ttl`, `sy:updatePeriod` / `sy:updateFrequency`). */
  minutes?: number;
  /** Hours 0–23 in GMT at which not to poll (RSS `skipHours`). */
  skipHours?: number[];
  /** Days 0 (Sunday) – 6 in GMT on which not to poll (RSS `skipDays`). */
  skipDays?: number[];
}

/** A school whose items a feed has. */
export interface School {
  name: string;
  home?: string;
}

/** A list of items, as readers return it and hubs publish it. */
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
  _tct?: {
    schools?: Record<string, School>;
    /** Never published. */
    rhythm?: UpdateHints;
    /** Ids of items whose dates were computed from words such as "2 giờ trước". Never published. */
    approximate?: string[];
  };
}

/** Where a body came from. */
export interface ReadContext {
  /** The final URL, after redirects: the base of relative URLs. */
  url: string;
  /** The `Content-Type` header as received: `headers.get('content-type')`. */
  contentType?: string | null | undefined;
}
