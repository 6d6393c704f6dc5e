/** The package as others install it: its files, its types in four frameworks, and the examples in a browser. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { expect } from 'chai';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import sirv from 'sirv';
import { FLAGS, isAvailable, pathOf } from '../runner/browsers.ts';
import { Consumer } from './consumer.ts';

const PAGES = ['plain', 'render-item', 'own-locale', 'theming', 'read-feed', 'react', 'vue'];

/** What the examples find at `../hub/news.json`. */
const NEWS = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Tin của Cụm',
  items: ['Khai giảng lớp mới', 'Hội thảo khoa học', 'Tổng kết năm học', 'Tuyển sinh'].map(
    (title, index) => ({
      id: String(index),
      title,
      url: `https://truong.example/${index}`,
      content_text: '',
      date_published: '2022-07-27T15:56:00+07:00',
    }),
  ),
};

/** What a package of ES modules is told where CommonJS asks for it. */
const ES_MODULES_ONLY = ['UntypedResolution', 'CJSResolvesToESM'];

describe('the package, installed (dist/npm)', function () {
  this.timeout(120_000);
  let consumer: Consumer;

  before(async () => {
    consumer = await Consumer.install();
  });
  after(() => consumer?.remove());

  it('is clean for publint', async () => {
    const { messages, pkg } = await publint({ pkgDir: consumer.installed, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).to.deep.equal([]);
  });

  it('has the right types for every entry, as are-the-types-wrong sees them', async () => {
    const result = await checkPackage(createPackageFromTarballData(consumer.tarball));
    expect(result.types).to.be.an('object');
    const problems = (result as { problems: { kind: string; resolutionKind?: string }[] }).problems;
    expect(problems.filter(({ kind }) => !ES_MODULES_ONLY.includes(kind))).to.deep.equal([]);
    // A resolution by which `import` finds the package has no problem at all.
    expect(problems.map(({ resolutionKind }) => resolutionKind)).to.not.include.members(['bundler']);
    expect(problems.map(({ resolutionKind }) => resolutionKind)).to.not.include.members(['node16-esm']);
  });

  for (const tool of ['tsc', 'vue-tsc'] as const)
    for (const resolution of ['bundler', 'nodenext'] as const)
      it(`passes ${tool} with moduleResolution ${resolution}`, () => consumer.checkTypes(tool, resolution));

  describe('in the pages of the examples', () => {
    let server: Server;
    let browser: Browser;

    before(async function () {
      if (!(await isAvailable('chromium'))) {
        console.log('SKIPPED: Chromium is not installed: the examples did not run.');
        this.skip();
      }
      const site = sirv(await consumer.build(PAGES));
      server = createServer((request, response) =>
        site(request, response, () => {
          response.setHeader('Content-Type', 'application/feed+json');
          response.end(JSON.stringify(NEWS));
        }),
      );
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const executablePath = (await pathOf('chromium'))!;
      browser = await puppeteer.launch({ executablePath, args: FLAGS });
    });
    after(async () => {
      await browser?.close();
      server?.close();
    });

    /** Opens an example, and fails if the page reports an error. */
    async function onPage(name: string, test: (page: Page) => Promise<void>): Promise<void> {
      const page = await browser.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      const { port } = server.address() as AddressInfo;
      await page.goto(`http://127.0.0.1:${port}/examples/${name}.html`);
      await test(page);
      expect(errors).to.deep.equal([]);
      await page.close();
    }

    /** Resolves with the texts of a part of the widgets, as soon as one of them matches. */
    async function texts(page: Page, part: string, expected: RegExp): Promise<string[]> {
      const found = await page.waitForFunction(
        (part, pattern) => {
          const all = [...document.querySelectorAll('tct-latest-news')].flatMap((element) =>
            [...element.shadowRoot!.querySelectorAll(`[part=${part}]`)].map((each) => each.textContent!),
          );
          return all.some((text) => new RegExp(pattern).test(text)) && all;
        },
        {},
        part,
        expected.source,
      );
      return (await found.jsonValue()) as string[];
    }

    const statusMatches = (page: Page, expected: RegExp) =>
      page.waitForFunction(
        (pattern) => new RegExp(pattern).test(document.querySelector('[role=status]')!.textContent!),
        {},
        expected.source,
      );

    for (const name of ['react', 'vue'])
      it(`${name}: the widget renders, its properties are set, and events arrive`, () =>
        onPage(name, async (page) => {
          await statusMatches(page, /^Đã đọc \d+ tin\.$/);
          expect(await texts(page, 'title', /./)).to.have.length(3);
          const layout = await page.$eval('tct-latest-news', ({ layout }) => layout);
          expect(layout).to.equal('compact');
        }));

    it('plain: a selected post is handled by the page', () =>
      onPage('plain', async (page) => {
        await statusMatches(page, /^Đã đọc \d+ tin từ http/);
        const [title] = await texts(page, 'title', /./);
        await page.$eval('tct-latest-news', (news) =>
          news.shadowRoot!.querySelector<HTMLElement>('a[part=title]')!.click(),
        );
        await statusMatches(page, /^Đã chọn: /);
        expect(await page.$eval('[role=status]', ({ textContent }) => textContent)).to.include(title);
      }));

    it('render-item: posts look as the page says', () =>
      onPage('render-item', async (page) => {
        await texts(page, 'meta', /\d/);
        const tags = await page.$eval('tct-latest-news', (news) =>
          [...news.shadowRoot!.querySelectorAll('[part=meta]')].map(({ localName }) => localName),
        );
        expect(tags).to.deep.equal(['small', 'small', 'small']);
      }));

    it('own-locale: the page’s words are shown, the others are there', () =>
      onPage('own-locale', async (page) => {
        expect(await texts(page, 'heading', /Actualités/)).to.deep.equal(['Tin của Cụm', 'Actualités']);
        expect(await texts(page, 'more', /suite/)).to.deep.equal(['Đọc tiếp', 'Lire la suite']);
      }));

    it('theming: colour, typeface and parts are the page’s', () =>
      onPage('theming', async (page) => {
        await texts(page, 'title', /./);
        const looks = await page.$eval('.school', (news) => {
          const heading = getComputedStyle(news.shadowRoot!.querySelector('[part=heading]')!);
          return [heading.textTransform, heading.fontFamily];
        });
        expect(looks).to.deep.equal(['uppercase', 'Georgia, serif']);
      }));

    it('read-feed: the page shows links of its own', () =>
      onPage('read-feed', async (page) => {
        await page.waitForSelector('li:nth-child(3) a[href^=http]');
        expect(await page.$eval('h1', ({ textContent }) => textContent)).to.equal('Tin của Cụm');
      }));
  });
});
