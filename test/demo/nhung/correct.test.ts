import { expect } from 'chai';
import { correctColour, correctSchools, correctToken, correctValue } from '../../../demo/nhung/correct.ts';
import { fieldNamed, tokenNamed } from './described-elements.ts';

const toHex = (text: string) => ({ red: '#ff0000' })[text];

describe('values that are corrected', () => {
  const rows: [block: string, attribute: string, given: string, value: string | undefined][] = [
    ['latest-news', 'limit', '500', '100'],
    ['latest-news', 'limit', '0', '1'],
    ['latest-news', 'limit', '2.5', '3'],
    ['latest-news', 'limit', 'năm', undefined],
    ['document-list', 'limit', '500', '200'],
    ['weather', 'limit', '30', '16'],
    ['latest-news', 'heading-level', '9', '6'],
    ['latest-news', 'heading-level', '-2', '1'],
    ['gallery', 'autoplay', '1', '2'],
    ['weather', 'latitude', '121', '90'],
    ['latest-news', 'layout', 'card', 'cards'],
    ['latest-news', 'layout', 'zzz', undefined],
    ['latest-news', 'theme', 'newspapr', 'newspaper'],
    ['latest-news', 'filters', 'province', undefined],
    ['document-list', 'columns', 'number nonsense title', 'number title'],
    ['latest-news', 'more-href', 'truong.example/tin', 'https://truong.example/tin'],
    ['latest-news', 'more-href', 'javascript:alert(1)', undefined],
  ];
  for (const [block, attribute, given, value] of rows)
    it(`${block} ${attribute}="${given}" → ${value}, with a word in both languages`, () => {
      const corrected = correctValue(fieldNamed(block, attribute), given);
      expect(corrected.value).to.equal(value);
      expect(corrected.note?.[0]).to.match(/\S/);
      expect(corrected.note?.[1]).to.match(/\S/);
    });

  it('those that the hub decides', () => {
    const corrected = correctValue(fieldNamed('weather', 'places'), 'ha-noi atlantis', ['ha-noi']);
    expect(corrected.value).to.equal('ha-noi');
    expect(corrected.note?.[1]).to.contain('atlantis');
  });

  it('schools that the hub does not have, with the one that was probably meant', () => {
    const { ids, note } = correctSchools(['truong-x', 'truong-b', 'truong-b'], ['truong-a', 'truong-b']);
    expect(ids).to.deep.equal(['truong-b']);
    expect(note?.[1]).to.contain('truong-x').and.to.contain('truong-a');
  });
});

describe('values that stay as they are, without a word', () => {
  const rows: [block: string, attribute: string, given: string][] = [
    ['latest-news', 'limit', '7'],
    ['latest-news', 'heading', 'Tin "các trường" <b>'],
    ['latest-news', 'heading', ''],
    ['latest-news', 'filters', ''],
    ['latest-news', 'state-in-url', ''],
    ['gallery', 'autoplay', '0'],
    ['latest-news', 'more-href', '/tin-tuc'],
  ];
  for (const [block, attribute, given] of rows)
    it(`${block} ${attribute}="${given}"`, () => {
      expect(correctValue(fieldNamed(block, attribute), given)).to.deep.equal({ value: given });
    });
});

describe('custom properties', () => {
  it('colours become #rrggbb, and those that are none are dropped', () => {
    expect(correctColour('#A3150E', toHex)).to.deep.equal({ value: '#a3150e' });
    expect(correctColour('#fff', toHex)).to.deep.equal({ value: '#ffffff' });
    for (const [given, value] of [
      ['a3150e', '#a3150e'],
      ['red', '#ff0000'],
      ['reddish', undefined],
    ] as const) {
      const corrected = correctColour(given, toHex);
      expect(corrected.value, given).to.equal(value);
      expect(corrected.note?.[1], given).to.match(/\S/);
    }
  });

  const rows: [token: string, given: string, value: string | undefined, isSaid: boolean][] = [
    ['--tct-font-size', '15px', '15px', false],
    ['--tct-font-size', '15', '15px', true],
    ['--tct-font-size', '1,2em', '1.2em', true],
    ['--tct-font-size', '1.2rem', '1.2em', true],
    ['--tct-font-size', 'calc(1px)', undefined, true],
    ['--tct-columns', '40', '12', true],
    ['--tct-ratio', '4:3', '4 / 3', true],
    ['--tct-ratio', '16 / 9', '16 / 9', false],
    ['--tct-ratio', '0 / 9', undefined, true],
    ['--tct-font', '"Times New Roman", serif', '"Times New Roman", serif', false],
  ];
  for (const [token, given, value, isSaid] of rows)
    it(`${token}: ${given} → ${value}`, () => {
      const corrected = correctToken(tokenNamed(token), given, toHex);
      expect(corrected.value).to.equal(value);
      expect(corrected.note !== undefined).to.equal(isSaid);
    });

  for (const token of ['--tct-font', '--tct-accent', '--tct-gap', '--tct-density', '--tct-ratio'])
    it(`${token} cannot end the rule it is written in`, () => {
      for (const given of ['x}</style><script>', '1px;}a{', '"}*{', 'url(//x)'])
        expect(correctToken(tokenNamed(token), given, toHex).value ?? '').not.to.match(/[{}<>;()/]/);
    });
});
