import { expect } from 'chai';
import { BLOCKS } from '../../../demo/nhung/blocks.ts';
import { DEFAULTS, FORMS, type FormName } from '../../../demo/nhung/choices.ts';
import type { Embedding } from '../../../demo/nhung/forms/embedding.ts';
import { ALL_FORMS, formOf, inlineStyle, policyLines, unfitness } from '../../../demo/nhung/forms/forms.ts';

const NEWS = BLOCKS[0]!;
const WEATHER = BLOCKS.find(({ name }) => name === 'weather')!;

const embedding = (parts: Partial<Embedding> = {}): Embedding => ({
  hub: 'https://hub.example/tin/',
  block: NEWS,
  attributes: [['lang', 'vi']],
  tokens: {},
  schools: [],
  areAll: false,
  sources: [],
  lacksSource: false,
  title: 'Tin mới',
  height: 0,
  reserve: false,
  scheme: 'light',
  integrity: 'sha384-abc',
  ...parts,
});
const formNamed = (name: FormName) => ALL_FORMS.find((form) => form.name === name)!;
const codes = (name: FormName, parts?: Partial<Embedding>) =>
  formNamed(name)
    .pieces(embedding(parts))
    .map(({ code }) => code);
const style = (name: FormName, parts?: Partial<Embedding>) =>
  inlineStyle(formNamed(name).pieces(embedding(parts)));
const policy = (name: FormName, parts?: Partial<Embedding>) =>
  policyLines(formNamed(name), embedding(parts)).split('\n').filter(Boolean);

describe('the forms of the code', () => {
  it('are all there', () => {
    expect(ALL_FORMS.map(({ name }) => name)).to.deep.equal([...FORMS]);
  });

  it('a script and the tag, with an end tag', () => {
    expect(
      codes('tag', {
        schools: ['nb', 'hp'],
        attributes: [
          ['lang', 'vi'],
          ['search', ''],
        ],
      }),
    ).to.deep.equal([
      '<script async src="https://hub.example/tin/tct.js"></script>\n<tct-latest-news lang="vi" search school="nb hp"></tct-latest-news>',
    ]);
  });

  it('a div with data attributes', () => {
    expect(
      codes('div', {
        schools: ['nb'],
        attributes: [
          ['lang', 'vi'],
          ['heading', ''],
        ],
      }),
    ).to.deep.equal([
      '<script async src="https://hub.example/tin/tct.js"></script>\n<div data-tct="latest-news" data-lang="vi" data-heading="" data-school="nb"></div>',
    ]);
  });

  it('the script apart, with the style, where an editor would delete both from the block', () => {
    const scriptPlace = ['Một lần, trong giao diện', 'Once, in the theme'] as const;
    const parts = { scriptPlace, tokens: { '--tct-gap': '8px' } };
    for (const name of ['tag', 'div', 'pinned'] as const) {
      const [apart, block, ...others] = formNamed(name).pieces(embedding(parts));
      expect(others).to.deep.equal([]);
      expect(apart!.label).to.equal(scriptPlace);
      expect(apart!.code).to.match(/^<script .*\n<style>.*<\/style>$/);
      expect([`${apart!.code}\n${block!.code}`]).to.deep.equal(
        codes(name, { ...parts, scriptPlace: undefined }),
      );
      expect(style(name, parts)).to.contain('--tct-gap:8px');
    }
  });

  it('a frame that works in its sandbox, with and without the script that makes it grow', () => {
    const [growing, alone, address] = codes('frame', {
      schools: ['nb', 'hp'],
      attributes: [
        ['lang', 'vi'],
        ['search', ''],
      ],
      tokens: { '--tct-accent': '#006600' },
      height: 412,
    });
    expect(address).to.equal(
      'https://hub.example/tin/embed.html#widget=latest-news&lang=vi&search=&school=nb+hp&--tct-accent=%23006600',
    );
    expect(alone).to.equal(
      `<iframe src="${address!.replaceAll('&', '&amp;')}" title="Tin mới" width="100%" height="412" frameborder="0" loading="lazy" allow="fullscreen; clipboard-write" sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation allow-downloads"></iframe>`,
    );
    expect(growing).to.equal(`${alone}\n<script async src="https://hub.example/tin/tct-frame.js"></script>`);
    expect(codes('frame', { scheme: 'dark' }).at(-1)).to.contain('&scheme=dark');
  });

  it('addresses of RSS and Atom: the cluster’s, or one for each chosen school with a remark', () => {
    expect(codes('rss')).to.deep.equal([
      'https://hub.example/tin/news-rss.xml',
      'https://hub.example/tin/news.xml',
    ]);
    expect(codes('rss', { schools: ['nb', 'hp'] })[1]).to.equal(
      'https://hub.example/tin/schools/nb/news.xml\nhttps://hub.example/tin/schools/hp/news.xml',
    );
    const { remark } = formNamed('rss');
    expect(remark!(embedding({ schools: ['nb', 'hp'] }))).to.be.an('array');
    expect(remark!(embedding({ schools: ['nb'] }))).to.equal(undefined);
    expect(codes('rss', { schools: ['nb', 'hp'], areAll: true })[1]).to.equal(
      'https://hub.example/tin/news.xml',
    );
    expect(codes('rss', { sources: ['https://a.example/rss'] })).to.deep.equal(['https://a.example/rss']);
  });

  it('includes for PHP, SSI and ASP.NET', () => {
    expect(codes('include', { schools: ["o'x"] }).slice(0, 3)).to.deep.equal([
      `<?php $tin = @file_get_contents('https://hub.example/tin/schools/o\\'x/news.html', false, stream_context_create(['http' => ['timeout' => 3]])); echo $tin !== false ? $tin : '<a href="https://hub.example/tin/">Tin của cụm trường</a>'; ?>`,
      '<!--#include virtual="/tin/schools/o\'x/news.html" -->',
      '<% Response.WriteFile("/tin/schools/o\'x/news.html"); %>',
    ]);
  });

  it('includes inside the block’s tag, which the script replaces', () => {
    const [php, ssi] = codes('include').slice(3);
    const start = '<script async src="https://hub.example/tin/tct.js"></script>\n<tct-latest-news lang="vi">';
    expect(php!.startsWith(`${start}<?php `)).to.equal(true);
    expect(ssi).to.equal(`${start}<!--#include virtual="/tin/news.html" --></tct-latest-news>`);
  });

  it('say where the hub must be for SSI', () => {
    expect(formNamed('include').remark!(embedding())!.join()).to.contain('https://hub.example');
  });

  it('a pinned script, if the hub’s checksum is known', () => {
    expect(codes('pinned')[0]).to.equal(
      '<script async src="https://hub.example/tin/tct-all.js" integrity="sha384-abc" crossorigin="anonymous"></script>\n<tct-latest-news lang="vi"></tct-latest-news>',
    );
    expect(formNamed('pinned').unfit(embedding({ integrity: undefined }))).to.be.an('array');
  });

  it('an import, with the addresses that a bundled script does not know', () => {
    expect(codes('npm', { schools: ['nb', 'hp'] })).to.deep.equal([
      'npm install tct-widgets',
      "import 'tct-widgets/latest-news';",
      '<tct-latest-news lang="vi" src="https://hub.example/tin/schools/nb/news.json https://hub.example/tin/schools/hp/news.json"></tct-latest-news>',
    ]);
    expect(codes('npm', { block: WEATHER }).at(-1)).to.contain('src="https://hub.example/tin/weather.json"');
  });

  it('lists do not hold the weather, nor includes a source of one’s own', () => {
    for (const name of ['rss', 'include'] as const)
      expect(formNamed(name).unfit(embedding({ block: WEATHER })), name).to.be.an('array');
    expect(formNamed('include').unfit(embedding({ sources: ['https://a.example/rss'] }))).to.be.an('array');
  });

  it('none, while a source of one’s own has no address', () => {
    for (const form of ALL_FORMS)
      expect(unfitness(form, embedding({ lacksSource: true })), form.name).to.be.an('array');
    expect(unfitness(formNamed('tag'), embedding())).to.equal(undefined);
  });

  it('escape what a person typed', () => {
    for (const name of ['tag', 'div', 'pinned'] as const) {
      const [code] = codes(name, { attributes: [['heading', '"><script>alert(1)</script>&amp;']] });
      expect(code, name).to.contain('heading="&quot;>&lt;script>alert(1)&lt;/script>&amp;amp;"');
    }
    expect(codes('frame', { title: '"><b>' })[1]).to.contain('title="&quot;>&lt;b>"');
  });

  it('follow the CMS until one is chosen', () => {
    expect(formOf({ ...DEFAULTS, cms: 'nukeviet' }).name).to.equal('div');
    expect(formOf({ ...DEFAULTS, cms: 'nukeviet', form: 'rss' }).name).to.equal('rss');
  });
});

describe('the reserved height', () => {
  const reserved = { reserve: true, height: 412 };
  const classIn = (code: string) => /class="([^"]+)"/.exec(code)![1]!;

  it('is written only if asked for, and known', () => {
    for (const parts of [{ height: 412 }, { reserve: true }])
      expect(codes('tag', parts)[0]).not.to.contain('<style>');
  });

  it('holds for this block alone, and until it has loaded or failed', () => {
    const [code] = codes('tag', reserved);
    const name = classIn(code!);
    expect(style('tag', reserved)).to.equal(
      `.${name}:not([state]),.${name}[state=loading]{display:block;min-height:412px;animation:${name} 0s 10s forwards}@keyframes ${name}{to{min-height:0}}`,
    );
    expect(classIn(codes('tag', { ...reserved, schools: ['nb'] })[0]!)).not.to.equal(name);
  });

  it('holds for a div, before and after the element is in it', () => {
    const [code] = codes('div', reserved);
    const name = classIn(code!);
    expect(style('div', reserved)).to.contain(
      `.${name}:empty,.${name}>:not([state]),.${name}>[state=loading]{display:block;min-height:412px;animation:`,
    );
  });

  it('shares a rule with the colours, which stay', () => {
    const parts = { ...reserved, tokens: { '--tct-accent': '#006600', '--tct-gap': '8px' } };
    expect(style('tag', parts)).to.match(/^\.(tct-\w+)\{--tct-accent:#006600;--tct-gap:8px\}\.\1:not/);
  });
});

describe('the Content-Security-Policy of a form', () => {
  it('of a script: the hub’s folder, its data, pictures of any school, the policy of Lit', () => {
    expect(policy('tag')).to.deep.equal([
      'script-src https://hub.example/tin/;',
      'connect-src https://hub.example/tin/;',
      'img-src https:;',
      "trusted-types lit-html 'allow-duplicates';",
    ]);
  });

  it('lets pictures in by http where the hub or a source is http, and none for the weather', () => {
    expect(policy('tag', { hub: 'http://hub.example/' })).to.include('img-src http: https:;');
    expect(policy('tag', { sources: ['http://a.example/rss'] })).to.include('img-src http: https:;');
    expect(policy('tag', { block: WEATHER }).join()).not.to.contain('img-src');
  });

  it('names the origins of sources of one’s own', () => {
    expect(policy('div', { sources: ['https://a.example/rss', 'https://a.example/atom'] })).to.include(
      'connect-src https://a.example;',
    );
  });

  it('of a frame: the frame, and the script that makes it grow', () => {
    expect(policy('frame')).to.deep.equal([
      'frame-src https://hub.example/tin/;',
      'script-src https://hub.example/tin/tct-frame.js;',
    ]);
  });

  it('of lists: nothing', () => {
    expect(policy('rss')).to.deep.equal([]);
    expect(policy('include')).to.deep.equal([]);
  });

  it('of an import: the page’s own scripts', () => {
    expect(policy('npm')[0]).to.equal("script-src 'self';");
  });

  it('allows an inline style by its hash', () => {
    expect(policyLines(formNamed('tag'), embedding(), 'sha256-xyz')).to.contain("style-src 'sha256-xyz';");
  });
});
