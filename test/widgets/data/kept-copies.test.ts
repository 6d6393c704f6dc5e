import { expect } from 'chai';
import '../../../widgets/document-list/define.ts';
import '../../../widgets/gallery/define.ts';
import '../../../widgets/weather/define.ts';
import { addElement, fakeNetwork, feed, item, titles, uniqueUrl, waitForState } from '../support.ts';
import { place } from '../weather/support.ts';

type Tag = 'tct-latest-news' | 'tct-document-list' | 'tct-gallery' | 'tct-weather';

/** Values that no field has, or that only some have. */
const WRONG: unknown[] = [
  undefined,
  null,
  true,
  -1,
  1e308,
  '',
  'x'.repeat(70_000),
  'javascript:document.title=1',
  ' java\nscript:document.title=1',
  'data:text/html,<script>document.title=1</script>',
  '2025-99-99',
  '2025-02-31T25:61:61+07:00',
  '<img src=x onerror=document.title=1>',
  'constructor',
  [],
  [null],
  [[['2025-99-99']]],
  {},
  { toString: 1, valueOf: 1 },
  { length: 4e9 },
];

/** Every path of keys in a JSON value, from the value itself. */
function paths(value: unknown): string[][] {
  const inside =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, each]) => paths(each).map((path) => [key, ...path]))
      : [];
  return [[], ...inside];
}

/** A copy of a JSON value with another value at one path. */
function replaced(value: unknown, [key, ...rest]: string[], by: unknown): unknown {
  if (key === undefined) return by;
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

const FULL_FEED = feed(
  [
    item('1', {
      summary: 'Tóm tắt',
      image: 'https://truong.example/1.jpg',
      banner_image: 'https://truong.example/1-lon.jpg',
      date_modified: '2026-11-21T08:00:00+07:00',
      authors: [{ name: 'An', url: 'https://truong.example/an' }],
      tags: ['Đảng'],
      language: 'vi',
      attachments: [
        {
          url: 'https://truong.example/1.pdf',
          mime_type: 'image/jpeg',
          title: 'Tệp',
          size_in_bytes: 1000,
          _tct: { width: 800, height: 600, thumbnail: 'https://truong.example/1-nho.jpg', alt: 'Ảnh' },
        },
      ],
      _tct: {
        school: 'nb',
        precision: 'minute',
        views: 12,
        document: {
          number: '1/QĐ',
          type: 'Quyết định',
          field: 'Đào tạo',
          issuer: 'Trường',
          signer: 'An',
          issued: '2026-11-01',
          effective: '2026-11-02',
          expires: '2027-11-02',
          replaces: '2/QĐ',
          status: 'valid',
        },
      },
    }),
    item('2'),
  ],
  {
    home_page_url: 'https://truong.example/',
    feed_url: 'https://truong.example/feed',
    next_url: 'https://truong.example/feed?2',
    language: 'vi',
    _tct: { schools: { nb: { name: 'Ninh Bình', home: 'https://nb.example/' }, hd: { name: 'Hải Dương' } } },
  },
);

/** A forecast with short columns: each cell is a path. */
function shortForecast(): unknown {
  const whole = place('ha-noi', 'Hà Nội', Date.now());
  const short = (columns: Record<string, unknown[]>) =>
    Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column.slice(0, 3)]));
  return { places: [{ ...whole, hourly: short(whole.hourly), daily: short(whole.daily) }] };
}

describe('kept copies', () => {
  let net: ReturnType<typeof fakeNetwork>;
  const { warn } = console;
  beforeEach(() => {
    net = fakeNetwork(() => new Response('', { status: 503 }));
    console.warn = () => {};
  });
  afterEach(() => {
    document.body.replaceChildren();
    net.restore();
    localStorage.clear();
    console.warn = warn;
  });

  /** Shows a copy as it lies in the storage, and returns what is wrong with the widget. */
  async function faults(tag: Tag, lang: string, copy: unknown): Promise<string[]> {
    const src = uniqueUrl();
    localStorage.setItem(`tct:${src}`, typeof copy === 'string' ? copy : JSON.stringify(copy));
    const element = addElement(tag, { src, lang, limit: '5' });
    await waitForState(element, 'stale', 'error', 'empty');
    try {
      await element.updateComplete;
    } catch (error) {
      return [String(error)];
    }
    const root = element.shadowRoot!;
    const links = [...root.querySelectorAll('a,img')].flatMap((each) => [
      each.getAttribute('href') ?? each.getAttribute('src') ?? '',
    ]);
    const found = links.filter((link) => !/^https?:\/\//.test(link));
    if (!root.querySelector('.root')!.textContent!.trim()) found.push('blank');
    const text = root.querySelector('.root')!.textContent!;
    found.push(...(/undefined|NaN|Invalid|\[object|\/\/\s|99\/99/.exec(text) ?? []));
    element.remove();
    localStorage.removeItem(`tct:${src}`);
    return found;
  }

  for (const [tag, whole] of [
    ['tct-latest-news', FULL_FEED],
    ['tct-document-list', FULL_FEED],
    ['tct-gallery', FULL_FEED],
    ['tct-weather', shortForecast()],
  ] as [Tag, unknown][])
    it(`are checked like answers, each field with each wrong value: ${tag}`, async () => {
      expect(await faults(tag, 'vi', { at: Date.now(), data: whole })).to.deep.equal([]);
      for (const path of paths(whole)) {
        const found = await Promise.all(
          WRONG.map(async (wrong, index) =>
            (
              await faults(tag, index % 2 ? 'vi' : 'en', {
                at: Date.now(),
                data: replaced(whole, path, wrong),
              })
            ).map((fault) => `${path.join('.')} = ${JSON.stringify(wrong)?.slice(0, 40)}: ${fault}`),
          ),
        );
        expect(found.flat()).to.deep.equal([]);
      }
    });

  it('keep the good posts beside a bad one', async () => {
    const src = uniqueUrl();
    const bad = { ...item('3'), url: 'javascript:document.title=1', date_published: '2025-99-99' };
    localStorage.setItem(
      `tct:${src}`,
      JSON.stringify({ at: Date.now(), data: feed([item('1'), bad as never, item('2')]) }),
    );
    const element = addElement('tct-latest-news', { src });
    await waitForState(element, 'stale');
    expect(titles(element)).to.have.members(['Tin 1', 'Tin 2', 'Tin 3']);
    expect(element.shadowRoot!.querySelectorAll('a[part=title]')).to.have.length(2);
  });

  for (const at of [undefined, null, '1795000000000', 'x', 0, -1, 1e20, 9e15, [], {}])
    it(`are not used if their time is ${JSON.stringify(at)}`, async () => {
      const src = uniqueUrl();
      localStorage.setItem(`tct:${src}`, JSON.stringify({ at, data: feed([item('1')]) }));
      await waitForState(addElement('tct-latest-news', { src }), 'error');
    });

  it('are not used if they were made in the future', async () => {
    const src = uniqueUrl();
    localStorage.setItem(
      `tct:${src}`,
      JSON.stringify({ at: Date.now() + 3_600_000, data: feed([item('1')]) }),
    );
    await waitForState(addElement('tct-latest-news', { src }), 'error');
  });

  it('are not used if they are no JSON or no object', async () => {
    for (const tag of ['tct-latest-news', 'tct-weather'] as const)
      for (const copy of ['', '{', 'null', '1', '"text"', '[]', '{"at":1}'])
        expect(await faults(tag, 'vi', copy), copy).to.deep.equal([]);
  });

  it('of the chosen place name no place that is not there', async () => {
    for (const chosen of WRONG) {
      localStorage.setItem('tct:place', JSON.stringify({ at: Date.now(), data: chosen }));
      expect(await faults('tct-weather', 'vi', { at: Date.now(), data: shortForecast() })).to.deep.equal([]);
    }
  });
});
