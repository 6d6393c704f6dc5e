import { expect } from 'chai';
import '../../../widgets/weather/define.ts';
import type { TctWeather } from '../../../widgets/weather/weather.ts';
import { addElement, fakeNetwork, json, part, uniqueUrl, waitForState } from '../support.ts';
import { textOf, threePlaces } from './support.ts';

describe('the places of tct-weather', () => {
  let net: ReturnType<typeof fakeNetwork>;
  let src: string;
  beforeEach(() => {
    net = fakeNetwork(() => json(threePlaces()));
    src = uniqueUrl();
  });
  afterEach(() => {
    document.body.replaceChildren();
    net.restore();
    localStorage.clear();
  });

  const ready = async (attributes: Record<string, string> = {}): Promise<TctWeather> => {
    const element = addElement('tct-weather', { src, ...attributes });
    await waitForState(element, 'ready');
    await element.updateComplete;
    return element;
  };
  const box = (element: Element) => part<HTMLSelectElement>(element, 'place')!;
  const offered = (element: Element) => [...box(element).options].map(textOf);
  const degrees = (element: Element) => textOf(part(element, 'temperature'));
  const choose = async (element: TctWeather, index: number) => {
    box(element).selectedIndex = index;
    box(element).dispatchEvent(new Event('change', { bubbles: true }));
    await element.updateComplete;
  };

  it('are offered in a labelled select; the first is shown', async () => {
    const element = await ready();
    expect(box(element).localName).to.equal('select');
    expect(box(element).getAttribute('aria-label')).to.equal('Địa điểm');
    expect(offered(element)).to.deep.equal(['Hà Nội', 'Đà Nẵng', 'TP Hồ Chí Minh']);
    expect(box(element).value).to.equal('Hà Nội');
    expect(degrees(element)).to.equal('22°C');
  });

  it('are shown when chosen, without a request', async () => {
    const element = await ready();
    await choose(element, 1);
    expect(degrees(element)).to.equal('27°C');
    expect(net.requested).to.deep.equal([src]);
  });

  it('are remembered across pages and sources', async () => {
    const first = await ready();
    await choose(first, 2);
    first.remove();
    const second = await ready({ src: uniqueUrl() });
    expect(box(second).value).to.equal('TP Hồ Chí Minh');
    expect(degrees(second)).to.equal('32°C');
  });

  it('are neither stored nor restored with no-memory', async () => {
    const quiet = await ready({ 'no-memory': '' });
    await choose(quiet, 1);
    expect(degrees(quiet)).to.equal('27°C');
    expect(box(await ready()).value).to.equal('Hà Nội');
    await choose(await ready(), 2);
    expect(box(await ready({ 'no-memory': '' })).value).to.equal('Hà Nội');
  });

  it('start with the first if the remembered one is not offered', async () => {
    await choose(await ready(), 2);
    const element = await ready({ places: 'da-nang ha-noi' });
    expect(box(element).value).to.equal('Đà Nẵng');
    expect(degrees(element)).to.equal('27°C');
  });

  it('can be chosen without storage', async () => {
    const { setItem, getItem } = Storage.prototype;
    Storage.prototype.setItem = Storage.prototype.getItem = () => {
      throw new DOMException('no', 'SecurityError');
    };
    try {
      const element = await ready();
      await choose(element, 1);
      expect(degrees(element)).to.equal('27°C');
    } finally {
      Object.assign(Storage.prototype, { setItem, getItem });
    }
  });

  it('are selected and ordered by the places attribute; unknown ids are ignored', async () => {
    const element = await ready({ places: 'ho-chi-minh hue, ha-noi' });
    expect(offered(element)).to.deep.equal(['TP Hồ Chí Minh', 'Hà Nội']);
    element.places = 'da-nang';
    await element.updateComplete;
    expect(box(element).localName).to.equal('div');
    expect(textOf(box(element))).to.equal('Đà Nẵng');
    expect(degrees(element)).to.equal('27°C');
    element.removeAttribute('places');
    await element.updateComplete;
    expect(offered(element)).to.have.length(3);
  });

  it('show a message if none of the named places exists', async () => {
    const element = addElement('tct-weather', { src, places: 'hue' });
    await waitForState(element, 'empty');
    await element.updateComplete;
    expect(textOf(element.shadowRoot!.querySelector('.root'))).to.equal('Thời tiết Chưa có dự báo.');
  });

  it('stay chosen after a refresh', async () => {
    const element = await ready();
    await choose(element, 1);
    element.src = uniqueUrl();
    await waitForState(element, 'loading');
    await waitForState(element, 'ready');
    await element.updateComplete;
    expect(box(element).value).to.equal('Đà Nẵng');
  });

  it('fire tct-select when chosen, which the page can cancel', async () => {
    const element = await ready();
    const selectedIds: string[] = [];
    element.addEventListener('tct-select', (event) => {
      selectedIds.push((event as CustomEvent<{ item: { id: string } }>).detail.item.id);
      if (selectedIds.length > 1) event.preventDefault();
    });
    await choose(element, 1);
    await choose(element, 2);
    expect(selectedIds).to.deep.equal(['da-nang', 'ho-chi-minh']);
    expect(box(element).value).to.equal('Đà Nẵng');
    expect(degrees(element)).to.equal('27°C');
  });
});
