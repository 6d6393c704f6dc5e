import { expect } from 'chai';
import '../../../widgets/weather/define.ts';
import type { TctWeather } from '../../../widgets/weather/weather.ts';
import { addElement, emulatePrint, fakeNetwork, json, part, uniqueUrl, waitForState } from '../support.ts';
import { place, threePlaces } from './support.ts';

describe('the layouts of tct-weather', () => {
  let net: ReturnType<typeof fakeNetwork>;
  let style: HTMLStyleElement;
  let answer: unknown;
  beforeEach(() => {
    answer = threePlaces();
    net = fakeNetwork(() => json(answer));
    style = document.createElement('style');
    document.head.append(style);
  });
  afterEach(() => {
    net.restore();
    style.remove();
    document.body.replaceChildren();
  });
  const ready = async (width: number, attributes: Record<string, string> = {}): Promise<TctWeather> => {
    const element = addElement('tct-weather', { src: uniqueUrl(), ...attributes });
    element.style.width = `${width}px`;
    await waitForState(element, 'ready');
    await element.updateComplete;
    return element;
  };
  const box = (element: Element, name: string) => part(element, name)!.getBoundingClientRect();

  it('adapts to its container, not to the window', async () => {
    const narrow = await ready(320);
    expect(box(narrow, 'chart').top).to.be.greaterThan(box(narrow, 'facts').bottom);
    const wide = await ready(900);
    expect(box(wide, 'chart').left).to.be.greaterThan(box(wide, 'facts').right);
    expect(box(wide, 'chart').top).to.be.lessThan(box(wide, 'facts').top);
  });

  for (const layout of ['full', 'compact', 'now', 'strip'])
    for (const width of [240, 320, 600, 1000])
      it(`stays within ${width} px as ${layout}, however long the texts`, async () => {
        answer = [
          place('a', `Trường Chính trị ${'a'.repeat(80)}`, Date.now(), {
            current: { weather_code: 96, temperature_2m: -38.4 },
            daily: {
              weather_code: [96, 96, 56, 82, 99, 48, 96],
              temperature_2m_max: [-10, -11, -12, -13, -14, -15, -16],
              temperature_2m_min: [-20, -21, -22, -23, -24, -25, -26],
              precipitation_probability_max: [100, 100, 100, 100, 100, 100, 100],
            },
          }),
          place('b', 'Hà Nội'),
        ];
        const element = await ready(width, { layout });
        const { right } = element.getBoundingClientRect();
        expect(element.scrollWidth).to.be.at.most(width);
        for (const each of element.shadowRoot!.querySelectorAll('.root *:not(.unseen, .unseen *, svg *)'))
          expect(each.getBoundingClientRect().right, each.outerHTML.slice(0, 80)).to.be.at.most(right + 1);
      });

  it('begins a row of days with today', async () => {
    const element = await ready(320, { layout: 'compact' });
    const names = [...element.shadowRoot!.querySelectorAll('.short')].map(({ textContent }) => textContent);
    expect(names[0]).to.equal('Nay');
    expect(names.slice(1).join(' ')).to.match(/^(?:(?:T[2-7]|CN) ?){6}$/);
  });

  it('has no inline styles', async () => {
    const element = await ready(600);
    expect(element.shadowRoot!.querySelectorAll('[style], style')).to.have.length(0);
  });

  it('takes font and colours from the page or from custom properties', async () => {
    style.textContent =
      'body{font-family:monospace;color:rgb(1,2,3)}.night{color:rgb(250,250,250);color-scheme:dark}tct-weather{--tct-sun:rgb(9,8,7);--tct-rain:rgb(5,6,7);--tct-accent:rgb(0,80,0)}tct-weather::part(temperature){font-weight:900}';
    answer = [place('ha-noi', 'Hà Nội', Date.now(), { current: { weather_code: 95 } })];
    const element = await ready(600);
    const now = getComputedStyle(part(element, 'now')!);
    expect(now.fontFamily).to.equal('monospace');
    expect(now.color).to.equal('rgb(1, 2, 3)');
    element.className = 'night';
    expect(now.color).to.equal('rgb(250, 250, 250)');
    const look = (selector: string) => getComputedStyle(element.shadowRoot!.querySelector(selector)!);
    expect(look('.plot text').fill).to.equal('rgb(250, 250, 250)');
    expect(look('path.line').stroke).to.equal('rgb(9, 8, 7)');
    expect(look('path.bars').fill).to.equal('rgb(5, 6, 7)');
    expect(look('[part=warnings]').borderInlineStartColor).to.equal('rgb(0, 80, 0)');
    expect(look('[part=temperature]').fontWeight).to.equal('900');
  });

  it('is not affected by the styles of an old page', async () => {
    const frame = 'html,body{display:block;width:600px;margin:0}';
    style.textContent = frame;
    const unaffected = await ready(600);
    const { height } = unaffected.getBoundingClientRect();
    unaffected.remove();
    style.textContent = `${frame}html{font-size:62.5%}body{font-size:16px;text-align:center;text-transform:uppercase;letter-spacing:3px;line-height:3;word-spacing:9px}
      *{display:inline;box-sizing:border-box}li{float:left;list-style:square}svg{width:9px!important;fill:red!important}path{stroke:red!important}table{border:9px solid}`;
    const element = await ready(600);
    expect(element.shadowRoot!.querySelector('.root')!.getBoundingClientRect().height).to.be.closeTo(
      height,
      1,
    );
    expect(getComputedStyle(element.shadowRoot!.querySelector('.icon path')!).stroke).to.not.equal(
      'rgb(255, 0, 0)',
    );
  });

  it('supports forced colours', async () => {
    const element = await ready(600);
    const rules = element
      .shadowRoot!.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules])
      .filter((rule): rule is CSSMediaRule => rule instanceof CSSMediaRule)
      .map((rule) => `${rule.conditionText} ${[...rule.cssRules].map(({ cssText }) => cssText).join(' ')}`);
    expect(rules.some((text) => /forced-colors: active.*--sun: CanvasText/i.test(text))).to.equal(true);
  });

  it('prints the name of the place', async () => {
    const element = await ready(600);
    emulatePrint(element);
    expect(getComputedStyle(part(element, 'place')!).display).to.equal('inline-block');
  });
});
