import { expect } from 'chai';
import '../../../widgets/weather/define.ts';
import { addElement, fakeNetwork, json, part, uniqueUrl, waitForState } from '../support.ts';
import { place, stopClock, textOf } from './support.ts';

/** 48 hours with a default value, with exceptions by index. */
const hours = (value: number, exceptions: Record<number, number>) =>
  [...new Array(48)].map((_, index) => exceptions[index] ?? value);
/** Hours from 14:00; the clock shows 14:40. */
const at = (hour: number) => (hour + 24 - 14) % 24;

describe('the warnings of tct-weather', () => {
  let net: ReturnType<typeof fakeNetwork>;
  let clock: ReturnType<typeof stopClock>;
  let parts: Parameters<typeof place>[3];
  beforeEach(() => {
    clock = stopClock('2026-07-02T14:40:00+07:00');
    net = fakeNetwork(() => json([place('ha-noi', 'Hà Nội', Date.now(), parts)]));
  });
  afterEach(() => {
    document.body.replaceChildren();
    net.restore();
    clock.restore();
  });
  const shown = async (attributes: Record<string, string> = {}) => {
    const element = addElement('tct-weather', { src: uniqueUrl(), ...attributes });
    await waitForState(element, 'ready');
    await element.updateComplete;
    return element;
  };
  const warningTexts = (element: Element) =>
    [...element.shadowRoot!.querySelectorAll('[part=warnings] li')].map((li) => textOf(li));

  const CASES: [what: string, parts: Parameters<typeof place>[3], texts: string[]][] = [
    ['nothing', {}, []],
    [
      'a storm today',
      { hourly: { weather_code: hours(3, { [at(18)]: 95, [at(20)]: 95 }) } },
      ['Có dông khoảng 18 giờ hôm nay'],
    ],
    [
      'hail tomorrow',
      { hourly: { weather_code: hours(3, { [at(2)]: 99 }) } },
      ['Có dông khoảng 2 giờ ngày mai'],
    ],
    [
      'midnight, which is tomorrow’s',
      { hourly: { weather_code: hours(3, { [at(0)]: 96 }) } },
      ['Có dông khoảng 0 giờ ngày mai'],
    ],
    ['a storm now', { current: { weather_code: 95 } }, ['Có dông lúc này']],
    ['a storm beyond 24 hours', { hourly: { weather_code: hours(3, { 24: 95 }) } }, []],
    [
      'heavy rain',
      { hourly: { weather_code: hours(61, { [at(16)]: 65 }) } },
      ['Có mưa to khoảng 16 giờ hôm nay'],
    ],
    [
      'violent showers',
      { hourly: { weather_code: hours(80, { [at(16)]: 82 }) } },
      ['Có mưa to khoảng 16 giờ hôm nay'],
    ],
    ['rain that is not heavy', { hourly: { weather_code: hours(81, { [at(16)]: 63 }) } }, []],
    [
      'heat, when it is greatest',
      { hourly: { temperature_2m: hours(30, { [at(12)]: 37.2, [at(13)]: 38.6, [at(14)]: 37 }) } },
      ['Có nắng nóng gay gắt 39°C khoảng 13 giờ ngày mai'],
    ],
    [
      '37.0 degrees',
      { hourly: { temperature_2m: hours(30, { [at(15)]: 37 }) } },
      ['Có nắng nóng gay gắt 37°C khoảng 15 giờ hôm nay'],
    ],
    ['36.9 degrees', { hourly: { temperature_2m: hours(30, { [at(15)]: 36.9 }) } }, []],
    ['heat now', { current: { temperature_2m: 39.4 } }, ['Có nắng nóng gay gắt 39°C lúc này']],
    [
      'cold, when it is greatest',
      { hourly: { temperature_2m: hours(15, { [at(4)]: 12.6, [at(5)]: 9.8, [at(6)]: 11 }) } },
      ['Có rét 10°C khoảng 5 giờ ngày mai'],
    ],
    [
      '13.0 degrees',
      { hourly: { temperature_2m: hours(15, { [at(5)]: 13 }) } },
      ['Có rét 13°C khoảng 5 giờ ngày mai'],
    ],
    ['13.1 degrees', { hourly: { temperature_2m: hours(15, { [at(5)]: 13.1 }) } }, []],
    [
      'several',
      {
        current: { weather_code: 95 },
        hourly: { weather_code: hours(3, { [at(18)]: 82 }), temperature_2m: hours(30, { [at(13)]: 37.4 }) },
      },
      [
        'Có dông lúc này',
        'Có mưa to khoảng 18 giờ hôm nay',
        'Có nắng nóng gay gắt 37°C khoảng 13 giờ ngày mai',
      ],
    ],
  ];
  for (const [what, given, expected] of CASES)
    it(`name ${what}`, async () => {
      parts = given;
      expect(warningTexts(await shown())).to.have.members(expected);
    });

  it('appear in every layout, in a labelled list', async () => {
    parts = { current: { weather_code: 95 } };
    for (const layout of ['full', 'compact', 'now']) {
      const element = await shown({ layout });
      expect(warningTexts(element), layout).to.deep.equal(['Có dông lúc này']);
      expect(part(element, 'warnings')!.getAttribute('aria-label')).to.equal('Cảnh báo');
      expect(getComputedStyle(part(element, 'warnings')!).fontWeight).to.equal('700');
    }
    parts = {};
    expect(part(await shown(), 'warnings')).to.equal(null);
  });

  it('mark days in words, visibly and for screen readers', async () => {
    parts = {
      daily: {
        weather_code: [95, 65, 0, 0, 0, 0, 0],
        temperature_2m_max: [30, 30, 37.1, 30, 30, 30, 30],
        temperature_2m_min: [20, 20, 20, 12.9, 20, 20, 20],
      },
    };
    const element = await shown();
    element.style.width = '320px';
    const skies = [...element.shadowRoot!.querySelectorAll<HTMLElement>('[part=item] .sky')];
    expect(skies.map(textOf)).to.deep.equal([
      ...['Dông', 'Mưa to', 'Trời quang, nắng nóng gay gắt', 'Trời quang, rét'],
      ...['Trời quang', 'Trời quang', 'Trời quang'],
    ]);
    // In narrow containers the descriptions of other days are hidden.
    expect(skies.map((sky) => getComputedStyle(sky).display !== 'none')).to.deep.equal([
      ...[true, true, true, true, false, false, false],
    ]);
    expect(textOf(element.shadowRoot!.querySelectorAll('[part=item] time')[2])).to.equal(
      'Thứ Bảy, Trời quang, nắng nóng gay gắt, Khả năng mưa 20%, Từ 20° đến 37°',
    );
  });
});
