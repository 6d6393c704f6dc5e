/** The sources of the soak: feeds that grow, and whatever a broken or hostile server may answer instead. */
import { gzipSync } from 'node:zlib';
import type { Random } from '../fuzz/random.ts';
import { escapeXml } from '../sites/recording.ts';
import { type Fault, Site, type SiteResponse } from '../sites/site.ts';

/** Posts in the feed at one time. */
const FEED_LENGTH = 100;

/** A source with an RSS feed of its newest posts, each with an image that is none. */
export class GrowingFeed extends Site {
  protected answer(path: string): SiteResponse | undefined {
    if (path.startsWith('/anh/'))
      return { headers: { 'Content-Type': 'image/png' }, body: path.endsWith('1') ? PNG_HEAD : SVG };
    if (path !== '/rss') return undefined;
    const items = this.currentPosts
      .slice(0, FEED_LENGTH)
      .map(
        ({ id, title, published }) =>
          `<item><guid isPermaLink="false">${id}</guid><title>${escapeXml(title)}</title><link>${this.url(`/tin/${id}`)}</link><pubDate>${new Date(published).toUTCString()}</pubDate><enclosure url="${this.url(`/anh/${id}`)}" type="image/png" length="1"/></item>`,
      );
    return {
      headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' },
      body: `<?xml version="1.0"?><rss version="2.0"><channel><title>Trường</title><link>${this.url('/')}</link>${items.join('')}</channel></rss>`,
    };
  }
}

const PNG_HEAD = Buffer.from('89504e470d0a1a0a0000000d494844520000ffff0000ffff0802000000', 'hex');
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="99999" height="99999"/>';

const packed = (text: string): SiteResponse => ({
  headers: { 'Content-Type': 'text/xml', 'Content-Encoding': 'gzip' },
  body: gzipSync(text),
});

/** Answers that take a reader's memory or time. Made once: packing them takes longer than a run. */
const HEAVY_ANSWERS: SiteResponse[] = [
  packed('<'.repeat(31_000_000)),
  packed(`<rss><channel><title>x</title>${'&lt;'.repeat(7_700_000)}</channel></rss>`),
  packed(`[${'[],'.repeat(10_000_000)}[]]`),
  packed('['.repeat(5_000_000)),
  packed(
    `<rss><channel>${Array.from({ length: 130_000 }, (_, index) => `<item><guid>${index}</guid></item>`).join('')}</channel></rss>`,
  ),
];

const LIGHT_FAULTS: Fault[] = [
  { kind: 'reset' },
  { kind: 'status', status: 101, headers: { Connection: 'Upgrade', Upgrade: 'websocket' } },
  { kind: 'truncate' },
  { kind: 'html' },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 304 },
  { kind: 'status', status: 301, headers: { Location: '/rss' } },
  { kind: 'answer', answer: { body: '' } },
  { kind: 'answer', answer: { body: 'not gzip', headers: { 'Content-Encoding': 'gzip' } } },
  { kind: 'answer', answer: { body: '<rss><channel></channel></rss>' } },
];

/** A fault of a source that is otherwise good. */
export function lightFault(random: Random): Fault {
  return random.pick(LIGHT_FAULTS);
}

/** The answer of a source that is never good. */
export function hostileFault(random: Random): Fault {
  if (random.chance(0.02)) return { kind: 'timeout' };
  if (random.chance(0.5)) return lightFault(random);
  if (random.chance(0.5)) return { kind: 'answer', answer: random.pick(HEAVY_ANSWERS) };
  const noise = Buffer.from(Array.from({ length: 2000 }, () => random.below(256)));
  return {
    kind: 'answer',
    answer: { body: Buffer.concat([Buffer.from('<rss><channel><item><title>'), noise]) },
  };
}
