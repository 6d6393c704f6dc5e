import { expect } from 'chai';
import '../../../widgets/weather/define.ts';
import type { TctWeather } from '../../../widgets/weather/weather.ts';
import { addElement, fakeNetwork, json, openPage, uniqueUrl, waitForState } from '../support.ts';
import { place, stopClock, textOf, threePlaces } from './support.ts';

describe('the strip of tct-weather', () => {
  let net: ReturnType<typeof fakeNetwork>;
  let answer: unknown;
  beforeEach(() => {
    answer = threePlaces();
    net = fakeNetwork(() => json(answer));
  });
  afterEach(() => {
    net.restore();
    document.body.replaceChildren();
  });
  const shown = async (width: number, attributes: Record<string, string> = {}, state = 'ready') => {
    const element = addElement('tct-weather', { src: uniqueUrl(), layout: 'strip', ...attributes });
    element.style.width = `${width}px`;
    await waitForState(element, state);
    await element.updateComplete;
    return element as TctWeather;
  };
  const items = (element: Element) => [...element.shadowRoot!.querySelectorAll('[part=item]')];

  it('shows all places side by side, without a menu', async () => {
    const element = await shown(900);
    expect(items(element).map(textOf)).to.deep.equal([
      'Hà Nội22°C Có mây Từ 18° đến 26°',
      'Đà Nẵng27°C Có mây Từ 18° đến 26°',
      'TP Hồ Chí Minh32°C Có mây Từ 18° đến 26°',
    ]);
    expect(new Set(items(element).map((each) => each.getBoundingClientRect().top)).size).to.equal(1);
    expect(element.shadowRoot!.querySelector('select')).to.equal(null);
  });

  it('puts them under one another where there is no room', async () => {
    const tops = items(await shown(180)).map((each) => each.getBoundingClientRect().top);
    expect(tops).to.deep.equal([...new Set(tops)].sort((a, b) => a - b));
  });

  it('shows the places that are named, in their order', async () => {
    const element = await shown(900, { places: 'ho-chi-minh ha-noi' });
    expect(items(element).map((each) => textOf(each.querySelector('[part=place]')))).to.deep.equal([
      'TP Hồ Chí Minh',
      'Hà Nội',
    ]);
  });

  it('warns at the place that is meant', async () => {
    answer = [
      place('ha-noi', 'Hà Nội'),
      place('da-nang', 'Đà Nẵng', Date.now(), { current: { weather_code: 95 } }),
    ];
    const warnings = items(await shown(900)).map((each) => textOf(each.querySelector('[part=warnings]')));
    expect(warnings).to.deep.equal([undefined, 'Có dông lúc này']);
  });

  it('tells the age of the oldest forecast', async () => {
    const clock = stopClock('2026-11-26T20:00:00+07:00');
    try {
      answer = [
        place('ha-noi', 'Hà Nội', Date.parse('2026-11-26T19:40:00+07:00')),
        place('da-nang', 'Đà Nẵng', Date.parse('2026-11-26T14:40:00+07:00')),
      ];
      const element = await shown(900, {}, 'stale');
      expect(textOf(element.shadowRoot!.querySelector('[role=status]'))).to.include('14:40');
    } finally {
      clock.restore();
    }
  });

  it('lets the page render a place', async () => {
    const element = await shown(900);
    element.renderItem = ({ id }, { outlook }) => `${id}: ${outlook.now.temperature_2m}`;
    await element.updateComplete;
    expect(items(element).map(textOf)).to.deep.equal(['ha-noi: 21.6', 'da-nang: 27.4', 'ho-chi-minh: 31.5']);
  });

  it('is drawn again in a document that has adopted it', async () => {
    const element = await shown(900);
    const page = await openPage('');
    const count = element.shadowRoot!.adoptedStyleSheets.length;
    page.document.body.append(element);
    while (element.shadowRoot!.adoptedStyleSheets.length < count) await new Promise(requestAnimationFrame);
    element.places = 'da-nang';
    await element.updateComplete;
    expect(items(element)).to.have.length(1);
    expect(page.getComputedStyle(items(element)[0]!).display).to.equal('grid');
  });
});
