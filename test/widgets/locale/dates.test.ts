import { expect } from 'chai';
import { en } from '../../../widgets/locale/en/en.ts';
import type { Locale } from '../../../widgets/locale/types/locale.ts';
import { vi } from '../../../widgets/locale/vi/shared.ts';
import { addNews, fakeNetwork, feed, item, json, uniqueUrl, waitForState } from '../support.ts';

/** 21:30 in Vietnam. */
const NOW = Date.parse('2026-11-23T21:30:00+07:00');

const CASES: [locale: Locale, date: string, precision: 'day' | 'hour' | 'minute', words: string][] = [
  [vi, '2026-11-23T21:30:00+07:00', 'minute', 'Vừa xong'],
  [vi, '2026-11-23T21:25:00+07:00', 'minute', '5 phút trước'],
  [vi, '2026-11-23T20:31:00+07:00', 'minute', '59 phút trước'],
  [vi, '2026-11-23T20:30:00+07:00', 'minute', 'Hôm nay 20:30'],
  [vi, '2026-11-23T00:00:00+07:00', 'minute', 'Hôm nay 00:00'],
  [vi, '2026-11-22T23:59:00+07:00', 'minute', 'Hôm qua 23:59'],
  [vi, '2026-11-21T15:56:00+07:00', 'minute', '21/11/2026'],
  [vi, '2022-07-27T15:56:00+07:00', 'minute', '27/07/2022'],
  [vi, '2026-11-23T21:00:00+07:00', 'hour', 'Hôm nay 21 giờ'],
  [vi, '2026-11-22T07:00:00+07:00', 'hour', 'Hôm qua 7 giờ'],
  [vi, '2026-11-23T00:00:00+07:00', 'day', 'Hôm nay'],
  [vi, '2026-11-22T00:00:00+07:00', 'day', 'Hôm qua'],
  [vi, '2026-11-23T23:00:00+07:00', 'minute', 'Hôm nay 23:00'],
  [vi, '2026-11-25T08:00:00+07:00', 'minute', '25/11/2026'],
  [en, '2026-11-23T21:29:00+07:00', 'minute', '1 minute ago'],
  [en, '2026-11-23T21:25:00+07:00', 'minute', '5 minutes ago'],
  [en, '2026-11-23T15:56:00+07:00', 'minute', 'Today 15:56'],
  [en, '2026-11-22T00:00:00+07:00', 'day', 'Yesterday'],
  [en, '2022-07-27T15:56:00+07:00', 'minute', '27 Jul 2022'],
  [en, '2026-11-23T21:00:00+07:00', 'hour', 'Today 21h'],
  [en, '2026-11-23T23:00:00+07:00', 'minute', 'Today 23:00'],
  [en, '2026-11-25T08:00:00+07:00', 'hour', '25 Nov 2026'],
];

/** Around midnight in Vietnam and midnight UTC, which is 7:00 in Vietnam. */
const MIDNIGHTS: [now: string, date: string, precision: 'day' | 'minute', words: string][] = [
  ['2026-11-23T23:59:59', '2026-11-23T00:00:00', 'day', 'Hôm nay'],
  ['2026-11-24T00:00:00', '2026-11-23T00:00:00', 'day', 'Hôm qua'],
  ['2026-11-24T00:00:00', '2026-11-23T23:59:00', 'minute', '1 phút trước'],
  ['2026-11-24T00:00:00', '2026-11-23T23:00:00', 'minute', 'Hôm qua 23:00'],
  ['2026-11-24T00:00:00', '2026-11-22T23:59:00', 'minute', '22/11/2026'],
  ['2026-11-24T06:59:59', '2026-11-24T00:00:00', 'day', 'Hôm nay'],
  ['2026-11-24T07:00:00', '2026-11-23T00:00:00', 'day', 'Hôm qua'],
  ['2026-11-24T07:00:00', '2026-11-24T01:00:00', 'minute', 'Hôm nay 01:00'],
  ['2027-01-01T00:30:00', '2026-12-31T22:00:00', 'minute', 'Hôm qua 22:00'],
  ['2028-03-01T08:00:00', '2028-02-29T00:00:00', 'day', 'Hôm qua'],
];

/** Runs `work` while `Intl` and everything that depends on the local time zone throw. */
function withoutZone(work: () => void): void {
  const real = Date;
  const { DateTimeFormat } = Intl;
  const refuse = () => {
    throw new Error('depends on the zone of the viewer');
  };
  const local = Object.getOwnPropertyNames(real.prototype).filter((name) =>
    /^(?:[gs]et(?!UTC|Time$)|to(?:Locale|Date|Time|String))/.test(name),
  );
  const descriptors = local.map((name) => Object.getOwnPropertyDescriptor(real.prototype, name)!);
  const zoned = (given: unknown[]) =>
    given.length > 1 || (typeof given[0] === 'string' && !/(?:Z|[+-]\d\d:\d\d)$/.test(given[0]));
  for (const name of local)
    Object.defineProperty(real.prototype, name, { configurable: true, value: refuse });
  globalThis.Date = new Proxy(real, {
    construct: (target, given) => (zoned(given) ? refuse() : Reflect.construct(target, given)),
    get: (target, name) =>
      name === 'parse'
        ? (text: string) => (zoned([text]) ? refuse() : real.parse(text))
        : Reflect.get(target, name),
  });
  Object.assign(Intl, { DateTimeFormat: refuse });
  try {
    work();
  } finally {
    globalThis.Date = real;
    Object.assign(Intl, { DateTimeFormat });
    for (const [index, name] of local.entries())
      Object.defineProperty(real.prototype, name, descriptors[index]!);
  }
}

describe('dates', () => {
  for (const [locale, date, precision, words] of CASES)
    it(`${locale.lang}: ${date.slice(0, 16)}, precise to the ${precision}: ${words}`, () => {
      expect(locale.date(date, precision, NOW)).to.equal(words);
    });

  for (const [now, date, precision, words] of MIDNIGHTS)
    it(`at ${now} in Vietnam, ${date.slice(0, 16)}, precise to the ${precision}: ${words}`, () => {
      expect(vi.date(`${date}+07:00`, precision, Date.parse(`${now}+07:00`))).to.equal(words);
    });

  it('ignore the viewer’s time zone and do not use Intl', () => {
    expect(() => withoutZone(() => new Date(0).getHours()), 'the test itself').to.throw('zone');
    withoutZone(() => {
      for (const [locale, date, precision, words] of CASES) {
        expect(locale.date(date, precision, NOW)).to.equal(words);
        expect(locale.fullDate(date, precision)).to.contain(date.slice(0, 4));
      }
    });
  });

  it('have a full form for screen readers, no finer than the precision', () => {
    const date = '2022-07-27T15:56:00+07:00';
    expect(vi.fullDate(date, 'minute')).to.equal('Thứ Tư, 27 tháng 7 năm 2022, 15:56');
    expect(vi.fullDate(date, 'hour')).to.equal('Thứ Tư, 27 tháng 7 năm 2022, 15 giờ');
    expect(vi.fullDate(date, 'day')).to.equal('Thứ Tư, 27 tháng 7 năm 2022');
    expect(en.fullDate(date, 'minute')).to.equal('Wednesday, 27 July 2022, 15:56');
    expect(en.fullDate(date, 'hour')).to.equal('Wednesday, 27 July 2022, 15h');
    expect(en.fullDate(date, 'day')).to.equal('Wednesday, 27 July 2022');
    expect(vi.fullDate('2026-11-22T00:00:00+07:00', 'day')).to.equal('Chủ nhật, 22 tháng 11 năm 2026');
  });

  it('are shown in short, read out in full, and machine-readable', async () => {
    const net = fakeNetwork(() =>
      json(
        feed([
          item('1', { date_published: '2022-07-27T15:56:00+07:00' }),
          item('2', { date_published: '2022-07-26T00:00:00+07:00', _tct: { precision: 'day' } }),
          item('3', { date_published: undefined }),
        ]),
      ),
    );
    const element = addNews({ src: uniqueUrl() });
    await waitForState(element, 'ready');
    const times = [...element.shadowRoot!.querySelectorAll('time')];
    expect(times.map(({ dateTime }) => dateTime)).to.deep.equal(['2022-07-27T15:56:00+07:00', '2022-07-26']);
    const [shown, read] = times[0]!.children as unknown as HTMLElement[];
    expect(shown!.getAttribute('aria-hidden')).to.equal('true');
    expect(shown!.textContent).to.equal('27/07/2022');
    expect(read!.textContent).to.equal('Thứ Tư, 27 tháng 7 năm 2022, 15:56');
    expect(read!.getBoundingClientRect().width).to.be.at.most(1);
    element.remove();
    net.restore();
  });
});
