import { expect } from 'chai';
import '../../../widgets/weather/define.ts';
import { TctWeather } from '../../../widgets/weather/weather.ts';
import { expectNoLeaks } from '../leak-check.ts';
import { addElement, fakeNetwork, json, part, uniqueUrl, waitForState } from '../support.ts';
import { textOf, threePlaces } from './support.ts';

describe('the lifecycle of tct-weather', () => {
  let net: ReturnType<typeof fakeNetwork>;
  beforeEach(() => {
    net = fakeNetwork(() => json(threePlaces()));
  });
  afterEach(() => {
    net.restore();
    document.body.replaceChildren();
  });

  it('leaks nothing when added and removed 100 times', async () => {
    const src = uniqueUrl();
    await expectNoLeaks(net, src, async () => {
      const element = addElement('tct-weather', { src, refresh: '5' });
      await waitForState(element, 'ready');
      element.remove();
    });
  });

  it('keeps properties and attributes set before it was defined', async () => {
    const early = document.createElement('tct-late-weather') as unknown as TctWeather;
    early.src = uniqueUrl();
    early.places = 'da-nang';
    early.setAttribute('layout', 'now');
    document.body.append(early);
    customElements.define('tct-late-weather', class extends TctWeather {});
    await waitForState(early, 'ready');
    await early.updateComplete;
    expect(textOf(part(early, 'place'))).to.equal('Đà Nẵng');
    expect(part(early, 'chart')).to.equal(null);
  });

  it('keeps data and the chosen place when moved', async () => {
    const element = addElement('tct-weather', { src: uniqueUrl(), 'no-memory': '' });
    await waitForState(element, 'ready');
    await element.updateComplete;
    const box = part<HTMLSelectElement>(element, 'place')!;
    box.selectedIndex = 2;
    box.dispatchEvent(new Event('change'));
    document.body.append(document.createElement('div'));
    document.body.lastElementChild!.append(element);
    await element.updateComplete;
    expect(element.getAttribute('state')).to.equal('ready');
    expect(part<HTMLSelectElement>(element, 'place')!.value).to.equal('TP Hồ Chí Minh');
    expect(net.requested).to.have.length(1);
  });

  it('returns to the default when an attribute is removed', async () => {
    const element = addElement('tct-weather', {
      src: uniqueUrl(),
      layout: 'now',
      heading: 'Trời',
      limit: '2',
    });
    await waitForState(element, 'ready');
    for (const name of ['layout', 'heading', 'limit']) element.removeAttribute(name);
    await element.updateComplete;
    expect(part(element, 'heading')!.textContent).to.equal('Thời tiết');
    expect(part(element, 'chart')).to.not.equal(null);
    expect(element.shadowRoot!.querySelectorAll('[part=item]')).to.have.length(7);
  });

  it('shows only the response to the newest request', async () => {
    const [slow, fast] = [uniqueUrl(), uniqueUrl()];
    let answer!: (response: Response) => void;
    net.restore();
    net = fakeNetwork((url) =>
      url === slow ? new Promise((resolve) => (answer = resolve)) : json(threePlaces().slice(1)),
    );
    const element = addElement('tct-weather', { src: slow });
    await waitForState(element, 'loading');
    element.src = fast;
    await waitForState(element, 'ready');
    answer(json(threePlaces()));
    await element.updateComplete;
    expect(part<HTMLSelectElement>(element, 'place')!.options).to.have.length(2);
  });
});
