import { expect } from 'chai';
import '../../../widgets/weather/define.ts';
import type { TctWeather } from '../../../widgets/weather/weather.ts';
import { addElement, fakeNetwork, json, loggedErrors, part, uniqueUrl, waitForState } from '../support.ts';
import { fact, place, stopClock, textOf, threePlaces } from './support.ts';

const NOW = '2026-11-26T14:40:00+07:00';

describe('tct-weather', () => {
  let net: ReturnType<typeof fakeNetwork>;
  let clock: ReturnType<typeof stopClock>;
  let answer: unknown;
  beforeEach(() => {
    clock = stopClock(NOW);
    answer = threePlaces();
    net = fakeNetwork(() => json(answer));
  });
  afterEach(() => {
    document.body.replaceChildren();
    net.restore();
    clock.restore();
  });

  const ready = async (attributes: Record<string, string> = {}): Promise<TctWeather> => {
    const element = addElement('tct-weather', { src: uniqueUrl(), ...attributes });
    await waitForState(element, 'ready');
    await element.updateComplete;
    return element;
  };
  const all = (element: Element, selector: string) => [...element.shadowRoot!.querySelectorAll(selector)];
  const one = (parts: Parameters<typeof place>[3]) => {
    answer = [place('ha-noi', 'Hà Nội', Date.now(), parts)];
  };

  it('shows the sky in words, whole degrees and the day’s range', async () => {
    const element = await ready();
    expect(part(element, 'heading')!.textContent).to.equal('Thời tiết');
    expect(textOf(part(element, 'temperature'))).to.equal('22°C');
    expect(textOf(part(element, 'now'))).to.equal('22°C Có mây Từ 18° đến 26°');
    expect(part(element, 'now')!.querySelector('svg path')!.getAttribute('d')).to.not.equal('');
  });

  it('shows details with units', async () => {
    const element = await ready();
    const facts = all(element, 'dl > div').map((each) => [...each.children].map(textOf).join(': '));
    expect(facts).to.deep.equal([
      'Cảm giác như: 23°C',
      'Độ ẩm: 78%',
      'Gió: Đông, 12 km/h',
      'Khả năng mưa: 0%',
      'Mưa 15 phút qua: 0 mm',
      'UV cao nhất: 7, cao',
      'Mặt trời mọc: 06:10',
      'Mặt trời lặn: 17:15',
    ]);
  });

  for (const [rain, text] of [
    [0.0025000000000004, '0 mm'],
    [0.1, '0,1 mm'],
    [1.25, '1,3 mm'],
    [4, '4 mm'],
    [12.64, '12,6 mm'],
  ] as const)
    it(`rounds ${rain} mm to ${text}`, async () => {
      one({ current: { precipitation: rain } });
      expect(fact(await ready(), 'Mưa 15 phút qua')).to.equal(text);
    });

  for (const [speed, from, text] of [
    [12.3, 0, 'Bắc, 12 km/h'],
    [7.5, 44, 'Đông Bắc, 8 km/h'],
    [20, 200, 'Nam, 20 km/h'],
    [20, 338, 'Bắc, 20 km/h'],
    [0.4, 200, 'Lặng gió'],
  ] as const)
    it(`shows a wind of ${speed} from ${from}° as ${text}`, async () => {
      one({ current: { wind_speed_10m: speed, wind_direction_10m: from } });
      expect(fact(await ready(), 'Gió')).to.equal(text);
    });

  for (const [uv, text] of [
    [0.2, '0, thấp'],
    [2.5, '3, trung bình'],
    [7.4, '7, cao'],
    [10.9, '11, cực cao'],
  ] as const)
    it(`shows a UV index of ${uv} as ${text}`, async () => {
      one({ daily: { uv_index_max: [uv] } });
      expect(fact(await ready(), 'UV cao nhất')).to.equal(text);
    });

  it('writes a minus below zero, but not before zero', async () => {
    one({ current: { temperature_2m: -0.3, apparent_temperature: -4.6 } });
    const element = await ready();
    expect(textOf(part(element, 'temperature'))).to.equal('0°C');
    expect(fact(element, 'Cảm giác như')).to.equal('−5°C');
  });

  it('omits missing values', async () => {
    one({
      current: { apparent_temperature: null, precipitation: undefined, wind_direction_10m: null },
      hourly: { precipitation_probability: [null, null, null, null] },
      daily: { uv_index_max: [null], sunrise: [null], sunset: [null] },
    });
    const element = await ready();
    expect(all(element, 'dt').map(textOf)).to.deep.equal(['Độ ẩm']);
    expect(element.shadowRoot!.textContent).to.not.match(/NaN|undefined|null/);
  });

  it('charts no further than the first hour that is missing, but warns of what comes after it', async () => {
    const at = (count: number, value: (index: number) => unknown) =>
      [...new Array(count)].map((_, index) => value(index));
    one({
      hourly: {
        temperature_2m: at(48, (index) => (index === 7 ? null : 20)),
        weather_code: at(48, (index) => (index === 12 ? 95 : 3)),
      },
    });
    const element = await ready();
    const table = part(element, 'chart')!.querySelector('table')!;
    expect(textOf(table.caption)).to.equal('6 giờ tới');
    expect(table.tBodies[0]!.rows).to.have.length(6);
    expect(textOf(part(element, 'warnings'))).to.equal('Có dông khoảng 2 giờ ngày mai');
  });

  it('charts the next 24 hours, with a table for screen readers', async () => {
    const element = await ready();
    const chart = part(element, 'chart')!;
    expect(chart.querySelector('[aria-hidden=true] svg.plot')).to.not.equal(null);
    const line = chart.querySelector('path.line')!.getAttribute('d')!;
    expect(line.match(/[ML]/g)).to.have.length(24);
    const bars = chart.querySelector('path.bars')!.getAttribute('d')!;
    expect(bars.match(/M/g)).to.have.length(24);
    const table = chart.querySelector('table')!;
    expect(textOf(table.caption)).to.equal('24 giờ tới');
    expect([...table.tHead!.rows[0]!.cells].map(textOf)).to.deep.equal([
      'Giờ',
      'Thời tiết',
      'Nhiệt độ',
      'Khả năng mưa',
    ]);
    expect(
      [...table.querySelectorAll('thead th')].every((th) => th.getAttribute('scope') === 'col'),
    ).to.equal(true);
    const rows = [...table.tBodies[0]!.rows].map((row) => [...row.cells].map(textOf).join(' '));
    expect(rows).to.have.length(24);
    expect(rows[0]).to.equal('14h Nhiều mây 20°C 0%');
    expect(rows[12]).to.equal('2h Nhiều mây 22°C 12%');
  });

  it('scales the temperature line and the rain bars', async () => {
    one({
      hourly: {
        temperature_2m: [...new Array(48)].map((_, index) => 10 + index),
        precipitation_probability: [...new Array(48)].map((_, index) => (index === 5 ? 100 : 0)),
      },
    });
    const chart = part(await ready(), 'chart')!;
    const heights = [
      ...chart
        .querySelector('path.line')!
        .getAttribute('d')!
        .matchAll(/[ML]\S+ ([\d.]+)/g),
    ].map(([, y]) => Number(y));
    for (let index = 1; index < heights.length; index++)
      expect(heights[index]).to.be.lessThan(heights[index - 1]!);
    const bars = [
      ...chart
        .querySelector('path.bars')!
        .getAttribute('d')!
        .matchAll(/v([-\d.]+)h/g),
    ].map(([, v]) => Number(v));
    expect(bars.filter(Boolean)).to.have.length(1);
    const { height } = chart.querySelector<SVGSVGElement>('svg svg')!.viewBox.baseVal;
    expect(-bars[5]!).to.be.within(height / 5, height);
  });

  it('shows seven days with bars on one scale', async () => {
    one({
      daily: {
        temperature_2m_min: [14, 24, 19, 14, 14, 14, 14],
        temperature_2m_max: [24, 34, 19, 24, 24, 24, 24],
      },
    });
    const element = await ready();
    expect(all(element, '[part=item] time').map((time) => time.getAttribute('datetime'))).to.deep.equal([
      ...['2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30', '2026-12-01', '2026-12-02'],
    ]);
    expect(all(element, '[part=item] time').map(textOf).slice(0, 2)).to.deep.equal([
      'Hôm nay, Có mây, Khả năng mưa 0%, Từ 14° đến 24°',
      'Thứ Sáu, Nhiều mây, Khả năng mưa 10%, Từ 24° đến 34°',
    ]);
    const bars = all(element, '.bar rect').map((rect) =>
      ['x', 'width'].map((name) => rect.getAttribute(name)),
    );
    expect(bars.slice(0, 3)).to.deep.equal([
      ['0%', '50%'],
      ['50%', '50%'],
      ['25%', '0%'],
    ]);
  });

  it('limits the days', async () => {
    expect(all(await ready({ limit: '3' }), '[part=item]')).to.have.length(3);
    expect(all(await ready({ limit: 'x' }), '[part=item]')).to.have.length(7);
  });

  it('has the layouts full, compact and now', async () => {
    const parts = async (layout: string) => {
      const element = await ready({ layout });
      return ['now', 'facts', 'chart', 'list'].filter((name) => part(element, name));
    };
    expect(await parts('full')).to.deep.equal(['now', 'facts', 'chart', 'list']);
    expect(await parts('compact')).to.deep.equal(['now', 'facts', 'list']);
    expect(await parts('now')).to.deep.equal(['now']);
    expect(await parts('bảng')).to.deep.equal(['now', 'facts', 'chart', 'list']);
  });

  it('shows when the forecast was fetched and links its source', async () => {
    const element = await ready();
    const meta = part(element, 'meta')!;
    expect(textOf(meta)).to.equal('Cập nhật lúc 14:40. Số liệu: Open-Meteo.com, CC BY 4.0.');
    expect(meta.querySelector('time')!.getAttribute('datetime')).to.equal('2026-11-26T14:40:00+07:00');
    expect(meta.querySelector('a')!.href).to.equal('https://open-meteo.com/');
  });

  it('speaks English on an English page', async () => {
    const element = await ready({ lang: 'en' });
    while (part(element, 'heading')!.textContent !== 'Weather')
      await new Promise((resolve) =>
        new MutationObserver(resolve).observe(element.shadowRoot!, {
          subtree: true,
          childList: true,
          characterData: true,
        }),
      );
    expect(textOf(part(element, 'now'))).to.equal('22°C Partly cloudy 18° to 26°');
    expect(fact(element, 'Wind')).to.equal('12 km/h from the east');
    expect(textOf(part(element, 'meta'))).to.match(/^Updated 14:40\. Data:/);
    expect(all(element, '[part=item] time').map(textOf)[1]).to.equal(
      'Friday, Overcast, Chance of rain 10%, 19° to 27°',
    );
  });

  it('renders with renderItem', async () => {
    const element = await ready();
    element.renderItem = ({ name }, { outlook }) => `* ${name} ${outlook.now.temperature_2m}`;
    await element.updateComplete;
    expect(textOf(element.shadowRoot!.querySelector('.root'))).to.include('* Hà Nội 21.6');
    expect(part(element, 'now')).to.equal(null);
    expect(part(element, 'place')).to.not.equal(null);
  });

  it('falls back to the default where renderItem throws', async () => {
    const element = await ready();
    const mistake = new TypeError('outlook.tides is undefined');
    element.renderItem = () => {
      throw mistake;
    };
    expect(await loggedErrors(() => element.updateComplete)).to.deep.equal([mistake]);
    expect(!!part(element, 'now')).to.equal(true);
  });

  it('fires tct-load with the forecasts', async () => {
    const element = document.createElement('tct-weather');
    const loadEvent = new Promise<CustomEvent>((resolve) =>
      element.addEventListener('tct-load', (event) => resolve(event as CustomEvent)),
    );
    element.src = uniqueUrl();
    document.body.append(element);
    expect((await loadEvent).detail.feed.places[1].name).to.equal('Đà Nẵng');
  });
});
