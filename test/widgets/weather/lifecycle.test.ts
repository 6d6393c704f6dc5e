import { expect } from 'chai';
import '../../../widgets/weather/define.ts';
import { TctWeather } from '../../../widgets/weather/weather.ts';
import { leavesNothing } from '../leak-check.ts';
import { address, addTag, inState, json, network, part } from '../support.ts';
import { three, words } from './support.ts';

describe('the life of tct-weather', () => {
  let net: ReturnType<typeof network>;
  beforeEach(() => {
    net = network(() => json(three()));
  });
  afterEach(() => {
    net.restore();
    document.body.replaceChildren();
  });

  it('leaves nothing behind: 100 times added and removed', async () => {
    const src = address();
    await leavesNothing(net, src, async () => {
      const element = addTag('tct-weather', { src, refresh: '5' });
      await inState(element, 'ready');
      element.remove();
    });
  });

  it('takes over what was set before it was defined', async () => {
    const early = document.createElement('tct-late-weather') as unknown as TctWeather;
    early.src = address();
    early.places = 'da-nang';
    early.setAttribute('layout', 'now');
    document.body.append(early);
    customElements.define('tct-late-weather', class extends TctWeather {});
    await inState(early, 'ready');
    await early.updateComplete;
    expect(words(part(early, 'place'))).to.equal('Đà Nẵng');
    expect(part(early, 'chart')).to.equal(null);
  });

  it('keeps what it has when it is moved, the choice too', async () => {
    const element = addTag('tct-weather', { src: address(), 'no-memory': '' });
    await inState(element, 'ready');
    await element.updateComplete;
    const box = part<HTMLSelectElement>(element, 'place')!;
    box.selectedIndex = 2;
    box.dispatchEvent(new Event('change'));
    document.body.append(document.createElement('div'));
    document.body.lastElementChild!.append(element);
    await element.updateComplete;
    expect(element.getAttribute('state')).to.equal('ready');
    expect(part<HTMLSelectElement>(element, 'place')!.value).to.equal('TP Hồ Chí Minh');
    expect(net.asked).to.have.length(1);
  });

  it('goes back to the usual when an attribute is taken off', async () => {
    const element = addTag('tct-weather', { src: address(), layout: 'now', heading: 'Trời', limit: '2' });
    await inState(element, 'ready');
    for (const name of ['layout', 'heading', 'limit']) element.removeAttribute(name);
    await element.updateComplete;
    expect(part(element, 'heading')!.textContent).to.equal('Thời tiết');
    expect(part(element, 'chart')).to.not.equal(null);
    expect(element.shadowRoot!.querySelectorAll('[part=item]')).to.have.length(7);
  });

  it('shows the newest question’s answer only', async () => {
    const [slow, fast] = [address(), address()];
    let answer!: (response: Response) => void;
    net.restore();
    net = network((url) =>
      url === slow ? new Promise((resolve) => (answer = resolve)) : json(three().slice(1)),
    );
    const element = addTag('tct-weather', { src: slow });
    await inState(element, 'loading');
    element.src = fast;
    await inState(element, 'ready');
    answer(json(three()));
    await element.updateComplete;
    expect(part<HTMLSelectElement>(element, 'place')!.options).to.have.length(2);
  });
});
