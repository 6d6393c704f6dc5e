/** Subscriptions as other feed readers write and read them: OPML 2.0 (http://opml.org/spec2.opml). */
import { linkKey, safeLink } from '../core/link.ts';
import { parseXml, type XmlElement } from '../core/read/xml.ts';
import { oneLine } from '../core/text.ts';

/** A school, or any site, with the feeds it is read from. */
export interface Subscription {
  name: string;
  /** Its homepage; a reader may not have noted one. */
  home?: string;
  sources: { url: string; kind: 'news' | 'documents' }[];
}

/** What readers call the attribute that tells documents from news; ours, and harmless to others. */
const DOCUMENTS = 'tct/documents';

/** XML 1.0 cannot hold other control characters, even escaped. */
const FORBIDDEN = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function attribute(name: string, value: string | undefined): string {
  if (!value) return '';
  return ` ${name}="${value.replace(FORBIDDEN, '').replace(/[&<>"]/g, (sign) => ESCAPES[sign]!)}"`;
}

/**
 * @param title what the file calls itself
 * @returns the file, UTF-8
 */
export function writeOpml(title: string, subscriptions: readonly Subscription[]): string {
  const outlines = subscriptions.map(({ name, home, sources }) => {
    const feeds = sources.map(
      ({ url, kind }) =>
        `      <outline type="rss"${attribute('text', name)}${attribute('xmlUrl', url)}${attribute('htmlUrl', home)}${
          kind === 'documents' ? attribute('category', DOCUMENTS) : ''
        } />`,
    );
    return `    <outline${attribute('text', name)}${attribute('htmlUrl', home)}>\n${feeds.join('\n')}\n    </outline>`;
  });
  const head = attribute('', title).slice(3, -1);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n  <head>\n    <title>${head}</title>\n  </head>\n  <body>\n${outlines.join('\n')}\n  </body>\n</opml>\n`;
}

/** The first of several spellings of an attribute that says anything. */
function given(outline: XmlElement, ...names: string[]): string | undefined {
  // OPML's names have capitals, and readers disagree on them; the scanner keeps them in lower case.
  for (const name of names) {
    const value = oneLine(outline.attribute(name) ?? '');
    if (value) return value;
  }
  return undefined;
}

/**
 * The subscriptions of any reader's file: feeds in one folder that have the same homepage, or else the same host, are
 * one school. A feed that is there twice counts once; outlines without a usable address are passed over.
 *
 * @throws Error where the text holds no OPML at all
 */
export function readOpml(text: string): Subscription[] {
  const root = parseXml(text).children.find(({ name }) => name === 'opml');
  if (!root) throw new Error('no opml element');
  const found = new Map<string, Subscription>();
  const seen = new Set<string>();
  const visit = (outline: XmlElement, folder?: XmlElement) => {
    const url = safeLink(given(outline, 'xmlurl', 'url'));
    if (url && !seen.has(linkKey(url))) {
      seen.add(linkKey(url));
      const home = safeLink(given(outline, 'htmlurl')) ?? safeLink(folder && given(folder, 'htmlurl'));
      const host = new URL(url).host;
      const key = home ? linkKey(home) : host.replace(/^www\./, '');
      const of = found.get(key) ?? {
        name:
          (folder && given(folder, 'htmlurl') && given(folder, 'text', 'title')) ||
          given(outline, 'text', 'title') ||
          host,
        ...(home && { home }),
        sources: [],
      };
      const documents = given(outline, 'category')?.includes(DOCUMENTS);
      of.sources.push({ url, kind: documents ? 'documents' : 'news' });
      found.set(key, of);
    }
    for (const child of outline.all('outline')) visit(child, outline);
  };
  for (const body of root.all('body')) for (const outline of body.all('outline')) visit(outline);
  return [...found.values()];
}
