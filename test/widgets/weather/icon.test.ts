import { expect } from 'chai';
import { render } from 'lit';
import { en } from '../../../widgets/locale/en/en.ts';
import { vi } from '../../../widgets/locale/vi/weather.ts';
import { icon } from '../../../widgets/weather/icon.ts';

/** All codes of Open-Meteo. */
const CODES = [
  ...[0, 1, 2, 3, 45, 48, 51, 53, 55, 56, 57, 61, 63, 65, 66, 67, 71, 73, 75, 77],
  ...[80, 81, 82, 85, 86, 95, 96, 99],
];

function paths(code: number | undefined, isDay: boolean): string[] {
  const holder = document.createElement('div');
  render(icon(code, isDay), holder);
  return [...holder.querySelectorAll('path')].map((path) => path.getAttribute('d')!);
}

describe('the icons of tct-weather', () => {
  for (const code of CODES)
    it(`draw code ${code} by day and night, which has texts in both languages`, () => {
      for (const isDay of [true, false]) {
        const drawn = paths(code, isDay);
        expect(drawn.join('')).to.not.equal('');
        expect(drawn.join(' ')).to.not.match(/undefined|NaN/);
      }
      expect(vi.sky[code]).to.match(/\S/);
      expect(en.weather!.sky[code]).to.match(/\S/);
    });

  it('differ by day and night where the sky is visible', () => {
    for (const code of [0, 1, 2, 80, 81, 82, 85, 86])
      expect(paths(code, true), String(code)).to.not.deep.equal(paths(code, false));
    for (const code of [3, 45, 61, 71, 95]) expect(paths(code, true)).to.deep.equal(paths(code, false));
  });

  it('differ by kind of weather', () => {
    const kinds = [0, 1, 2, 3, 45, 51, 56, 61, 63, 65, 71, 80, 81, 82, 85, 95, 96];
    const drawn = new Set(kinds.map((code) => paths(code, true).join('|')));
    expect(drawn.size).to.equal(kinds.length);
  });

  it('stay within the grid', () => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    document.body.append(svg);
    try {
      for (const code of CODES)
        for (const isDay of [true, false])
          for (const d of paths(code, isDay)) {
            const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
            path.setAttribute('d', d);
            svg.replaceChildren(path);
            const { x, y, width, height } = path.getBBox();
            expect(Math.min(x, y), `${code} ${d}`).to.be.at.least(0);
            expect(Math.max(x + width, y + height), `${code} ${d}`).to.be.at.most(24);
          }
    } finally {
      svg.remove();
    }
  });

  it('are empty without a code, and have no text', () => {
    expect(paths(undefined, true).join('')).to.equal('');
    expect(vi.sky[42]).to.equal(undefined);
  });
});
