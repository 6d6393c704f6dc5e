import { expect } from 'chai';
import { fromHash, toHash } from '../../../demo/nhung/address.ts';
import { BLOCKS } from '../../../demo/nhung/blocks.ts';
import { type Choices, DEFAULTS, withToken, withValue } from '../../../demo/nhung/choices.ts';
import { knownNames, readAddress } from '../../../demo/nhung/corrected-choices.ts';
import type { Hub } from '../../../demo/nhung/hub.ts';
import { OPTIONS } from './described-elements.ts';

const names = knownNames(BLOCKS, OPTIONS);
const read = (hash: string) => fromHash(hash, names);

const HUB: Hub = {
  folder: 'https://hub.example/',
  address: 'https://hub.example/',
  name: 'Cụm mẫu',
  schools: ['nb', 'hp'].map((id) => ({
    id,
    name: id,
    label: id,
    hue: 0,
    lists: { news: `https://hub.example/schools/${id}/news.json` },
  })),
  places: [{ id: 'ha-noi', name: 'Hà Nội' }],
  isKnown: true,
};
const readCorrected = (hash: string, hub = HUB) =>
  readAddress(hash, { blocks: BLOCKS, options: OPTIONS, hub, toHex: () => undefined });

describe('the address of the builder', () => {
  it('holds every choice', () => {
    let choices: Choices = {
      ...DEFAULTS,
      block: 'gallery',
      schools: ['nb', 'hp'],
      source: 'https://a.example/rss?a=1&b=2 https://b.example/',
      paper: '#fafafa',
      reserve: true,
      form: 'frame',
      cms: 'joomla',
      width: 180,
      scheme: 'dark',
      language: 'en',
    };
    for (const [attribute, value] of [
      ['layout', 'albums'],
      ['heading', ''],
      ['theme', 'card'],
      ['captions', ''],
    ])
      choices = withValue(choices, attribute!, value!);
    choices = withToken(choices, '--tct-accent', '#0a5c36');
    expect(read(toHash(choices))).to.deep.equal({ choices, unknown: [] });
  });

  it('is short where nothing was chosen', () => {
    expect(toHash(DEFAULTS)).to.equal('#block=latest-news');
    expect(read('')).to.deep.equal({ choices: DEFAULTS, unknown: [] });
  });

  it('may be a block’s name, and may name attributes without the block', () => {
    expect(read('#weather').choices.block).to.equal('weather');
    expect(read('#layout=now&block=weather').choices.values).to.deep.equal({ 'weather.layout': 'now' });
  });

  it('says what it does not understand', () => {
    expect(read('#block=latest-news&cms=drupal&hub=https://evil.example/').unknown).to.deep.equal([
      'cms=drupal',
      'hub=https://evil.example/',
    ]);
  });

  it('keeps a layout for its block, and a theme for all', () => {
    const choices = withValue(
      { ...withValue(withValue(DEFAULTS, 'layout', 'cards'), 'theme', 'soft'), block: 'gallery' },
      'layout',
      'albums',
    );
    const { values } = read(toHash(choices)).choices;
    expect(values).to.deep.equal({
      'latest-news.layout': 'cards',
      'gallery.layout': 'albums',
      theme: 'soft',
    });
  });
});

describe('an address that is wrong', () => {
  it('is corrected with a word for each mistake', () => {
    const { choices, notes } = readCorrected(
      '#block=latest-news&school=nb+xy&latest-news.limit=500&heading-level=9&--tct-accent=mauve-ish&paper=zz&src=a.example/rss&nonsense=1',
    );
    expect(choices.schools).to.deep.equal(['nb']);
    expect(choices.values).to.deep.equal({ 'latest-news.limit': '100', 'heading-level': '6' });
    expect(choices.tokens).to.deep.equal({});
    expect(choices.paper).to.equal(undefined);
    expect(choices.source).to.equal('https://a.example/rss');
    expect([...notes.keys()].sort()).to.deep.equal([
      '--tct-accent',
      'address',
      'heading-level',
      'limit',
      'paper',
      'school',
      'src',
    ]);
    for (const [name, [vi, en]] of notes) {
      expect(vi, name).to.match(/\S/);
      expect(en, name).to.match(/\S/);
    }
  });

  it('names a block that the hub has nothing for', () => {
    const { choices, notes } = readAddress('#block=weather', {
      blocks: BLOCKS.slice(0, 1),
      options: OPTIONS,
      hub: HUB,
      toHex: () => undefined,
    });
    expect(choices.block).to.equal('latest-news');
    expect(notes.has('block')).to.equal(true);
  });

  it('does not lose its schools where the hub cannot be read', () => {
    const { choices, notes } = readCorrected('#school=nb', { ...HUB, schools: [], isKnown: false });
    expect(choices.schools).to.deep.equal(['nb']);
    expect(notes.size).to.equal(0);
  });
});
