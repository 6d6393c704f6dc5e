import { expect } from 'chai';
import type { Feed } from '../../../core/model/feed.ts';
import '../../../widgets/document-list/define.ts';
import '../../../widgets/gallery/define.ts';
import '../../../widgets/weather/define.ts';
import { calendar } from '../../../widgets/locale/calendar.ts';
import { en } from '../../../widgets/locale/en/en.ts';
import { vi } from '../../../widgets/locale/vi/vi.ts';
import { anyText } from '../../any-text.ts';
import { fc, propertyRuns } from '../../property.ts';
import { addElement, fakeNetwork, feed, item, json, titles, uniqueUrl, waitForState } from '../support.ts';
import { place } from '../weather/support.ts';

const PRECISIONS = ['day', 'hour', 'minute'] as const;
const NOW = Date.parse('2026-11-23T21:30:00+07:00');

/** Days that do not exist, or that no CMS means. */
const IMPOSSIBLE = [
  '2025-99-99',
  '2025-00-10',
  '2025-13-01',
  '2025-01-00',
  '2025-02-30',
  '2023-02-29',
  '2025-04-31',
  '0000-00-00',
  '0001-01-01',
  '20250101',
  '2025-1-1',
  '2025',
  'NaN-NaN-NaN',
  '99999-01-01',
  '-2025-01-01',
  ' ',
  '',
];

/** All that the widgets' languages make of a date. */
const formats = (date: string, now: number): string[] =>
  [vi, en].flatMap((locale) => [
    ...PRECISIONS.flatMap((precision) => [
      locale.date(date, precision, now),
      locale.fullDate(date, precision),
    ]),
    locale.weather!.moment(date, now),
    locale.documents!.day(date.slice(0, 10)),
  ]);

/** Texts that look like dates. */
const dateLike = fc
  .tuple(
    ...[4, 2, 2, 2, 2, 2].map((digits) =>
      fc.nat(10 ** digits - 1).map((part) => String(part).padStart(digits, '0')),
    ),
  )
  .map(
    ([year, month, day, hour, minute, second]) => `${year}-${month}-${day}T${hour}:${minute}:${second}+07:00`,
  );

describe('dates that do not exist', () => {
  let net: ReturnType<typeof fakeNetwork> | undefined;
  afterEach(() => {
    document.body.replaceChildren();
    net?.restore();
    localStorage.clear();
  });

  it('have no words', () => {
    for (const day of IMPOSSIBLE)
      for (const date of [day, `${day}T08:00:00+07:00`])
        expect(new Set(formats(date, NOW)), date).to.deep.equal(new Set(['']));
    for (const time of ['24:00:00', '08:60:00', '08:00:61', '8:00', ''])
      expect(vi.date(`2026-11-23T${time}+07:00`, 'minute', NOW), time).to.equal('');
    expect(vi.date('2024-02-29T08:00:00+07:00', 'day', NOW)).to.equal('29/02/2024');
    expect(en.documents!.day('2024-02-29')).to.equal('29 Feb 2024');
    expect(vi.documents!.day('2024-02-29')).to.equal('29/02/2024');
    for (const day of [-1, 7, 1.5, Number.NaN]) expect(en.weather!.weekdayShort(day)).to.equal('');
  });

  it('never make formatting fail, and never show nonsense', () => {
    fc.assert(
      fc.property(fc.oneof(anyText(30), dateLike), fc.integer({ min: 0, max: 4e12 }), (date, now) => {
        const parts = calendar(date, now);
        for (const text of formats(date, now)) {
          expect(text).to.not.match(/undefined|NaN|Invalid|^\/|\/\//);
          if (parts) expect(text).to.match(/\d|Hôm|Vừa|Today|Yesterday|Just/);
        }
        if (parts) expect(date.slice(0, 10)).to.equal(`${parts.year}-${parts.month}-${parts.day}`);
      }),
      { numRuns: propertyRuns(2000) },
    );
  });

  for (const lang of ['vi', 'en'])
    for (const tag of ['tct-latest-news', 'tct-document-list', 'tct-gallery'] as const)
      for (const [how, show] of [
        [
          'of a feed',
          (data: Feed) => {
            net = fakeNetwork(() => json(data));
            return addElement(tag, { src: uniqueUrl(), lang });
          },
        ],
        [
          'of a script',
          (data: Feed) => {
            const element = document.createElement(tag);
            Object.assign(element, { feed: data, lang });
            document.body.append(element);
            return element;
          },
        ],
      ] as const)
        it(`leave a gap and nothing else: ${tag} in ${lang}, ${how}`, async () => {
          const posts = IMPOSSIBLE.map((day, index) =>
            item(String(index), {
              date_published: `${day}T08:00:00+07:00`,
              image: `${location.origin}/test/fixtures/wordpress/uploads/2023/04/thuc-te-01-300x200.jpg`,
              _tct: {
                document: {
                  number: `${index}/QĐ`,
                  issued: day,
                  effective: day,
                  expires: day,
                  status: 'valid',
                },
              },
            }),
          );
          const element = show(feed([item('good'), ...posts]));
          element.limit = 99;
          await waitForState(element, 'ready');
          await element.updateComplete;
          if (tag !== 'tct-gallery')
            expect(titles(element)).to.include.members(['Tin good', 'Tin 0', 'Tin 5']);
          const text = element.shadowRoot!.querySelector('.root')!.textContent!;
          expect(text).to.not.match(/undefined|NaN|Invalid|99|\/\/|\(\)|\(từ \)|\(from \)/);
          for (const time of element.shadowRoot!.querySelectorAll('time'))
            expect(time.textContent, time.outerHTML).to.not.equal('');
        });

  for (const lang of ['vi', 'en'])
    it(`leave out a day of the forecast in ${lang}`, async () => {
      const whole = place('ha-noi', 'Hà Nội', Date.now());
      const { time } = whole.daily as { time: string[] };
      const daily = { ...whole.daily, time: [time[0], '2999-02-31', '2999-99-99', time[3]] };
      net = fakeNetwork(() => json([{ ...whole, daily }]));
      const element = addElement('tct-weather', { src: uniqueUrl(), lang });
      await waitForState(element, 'ready');
      await element.updateComplete;
      expect(element.shadowRoot!.querySelectorAll('[part=item]')).to.have.length(2);
    });
});
