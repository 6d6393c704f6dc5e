/** A webmaster takes code from the builder, pastes it into their site, and sees news. */
import { expect } from 'chai';
import type { Browser, Page } from 'puppeteer-core';
import { CMS, type FormName } from '../../../demo/nhung/choices.ts';
import { launchBrowser } from '../../runner/launch-browser.ts';
import { close, type HubSite, startHubSite } from '../hub-site.ts';
import { PartnerSite } from './partner-site.ts';

/** The forms that a static page can hold, with the number of the piece of code to paste; undefined for all. */
const FORMS: [form: FormName, piece: number | undefined][] = [
  ['tag', undefined],
  ['div', undefined],
  ['pinned', undefined],
  ['frame', 0],
  ['frame', 1],
  ['include', 1],
];
/** A strict page that has added the builder's lines. Its own styles and icon are its own affair. */
function strictPolicy(lines: string): string {
  const added = lines.replaceAll('\n', ' ');
  const pictures = added.includes('img-src ')
    ? added.replace('img-src ', 'img-src data: ')
    : `img-src data:; ${added}`;
  return `default-src 'none'; style-src 'self'; base-uri 'none'; require-trusted-types-for 'script'; ${pictures}`;
}

describe('code from the builder, in Chromium', () => {
  let hub: HubSite;
  let partner: PartnerSite;
  let browser: Browser;
  let builder: Page;

  before(async function () {
    browser = await launchBrowser(this, 'chromium', 'the code of the builder was not tried');
    hub = await startHubSite();
    partner = await PartnerSite.start(hub.out);
    await browser
      .defaultBrowserContext()
      .overridePermissions(hub.url, ['clipboard-read', 'clipboard-sanitized-write']);
    builder = await browser.newPage();
    await builder.setViewport({ width: 1280, height: 900 });
    await builder.goto(`${hub.url}nhung/`);
    await builder.waitForSelector('input[name=school]');
  });
  after(async () => {
    await browser?.close();
    if (partner) close(partner.server);
    await hub?.stop();
  });

  /** Copies code as a person does: choose the site and the form, press the button of one piece or of each. */
  async function copy(cms: string, form: FormName, piece?: number): Promise<string> {
    await builder.bringToFront();
    await builder.select('#cms', cms);
    await builder.click(`input[name=form][value=${form}]`);
    const buttons = await builder.$$('.result > .piece .copy');
    const copied: string[] = [];
    for (const button of piece === undefined ? buttons : [buttons[piece]!]) {
      await button.click();
      await builder.waitForFunction(() => document.querySelector('.said')?.textContent === 'Đã chép.');
      copied.push(await builder.evaluate(() => navigator.clipboard.readText()));
    }
    return copied.join('\n');
  }

  /** Opens a partner's page and waits for news in it. Returns how many there are, and what the console says. */
  async function newsOn(url: string, form: FormName): Promise<{ count: number; errors: string[] }> {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(url);
    if (form === 'include') {
      const count = await page.$$eval('#tct-here a', (links) => links.length);
      await page.close();
      return { count, errors };
    }
    await page.$eval('#tct-here', (here) => here.scrollIntoView());
    const frame = form === 'frame' ? await (await page.$('iframe'))!.contentFrame() : page.mainFrame();
    await frame.waitForSelector('tct-latest-news[state=ready]', { timeout: 20_000 });
    const count = await frame.$eval(
      'tct-latest-news',
      (element) => element.shadowRoot!.querySelectorAll('[part~=item]').length,
    );
    await page.close();
    return { count, errors };
  }

  for (const cms of CMS)
    for (const [form, piece] of FORMS)
      it(`shows news on ${cms}, as ${form}${piece && form === 'frame' ? ' alone' : ''}`, async () => {
        const code = await copy(cms, form, piece);
        const { count, errors } = await newsOn(partner.paste({ cms, code }), form);
        expect(count).to.be.at.least(5);
        expect(errors).to.deep.equal([]);
      });

  for (const [form, piece] of FORMS)
    it(`shows news on a strict page with the policy beside it, as ${form}${piece ? ` (${piece})` : ''}`, async () => {
      const code = await copy('plain', form, piece);
      const policy = await builder.$eval(
        '.policy',
        (details) => details.querySelector('pre')?.textContent ?? '',
      );
      const { count, errors } = await newsOn(
        partner.paste({ cms: 'plain', code, policy: strictPolicy(policy) }),
        form,
      );
      expect(count).to.be.at.least(5);
      expect(errors).to.deep.equal([]);
    });

  for (const piece of [0, 1])
    it(`is the address of a feed, as rss (${piece})`, async () => {
      const address = await copy('wordpress', 'rss', piece);
      expect(address).to.match(/^http:\/\/127\.0\.0\.1:\d+\/news(?:-rss)?\.xml$/);
      expect(await (await fetch(address)).text()).to.match(/<(?:entry|item)[\s>]/);
    });

  it('shows links inside the tag without script, and the block with it', async () => {
    const url = partner.paste({ cms: 'plain', code: await copy('plain', 'include', 4) });
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(url);
    expect(await page.$$eval('tct-latest-news a', (links) => links.length)).to.be.at.least(5);
    await page.close();
    const { count, errors } = await newsOn(url, 'tag');
    expect(count).to.be.at.least(5);
    expect(errors).to.deep.equal([]);
  });

  it('reserves the height for its block alone, and lets it go', async () => {
    await copy('plain', 'div');
    await builder.$eval('details.advanced', (details) => details.setAttribute('open', ''));
    await builder.click('#reserve');
    await builder.waitForFunction(() => document.querySelector('pre')?.textContent?.includes('min-height'));
    const code = await copy('plain', 'div');
    const height = Number(/min-height:(\d+)px/.exec(code)![1]);
    const other = '<div data-tct="latest-news" data-lang="vi" data-limit="1" data-layout="compact"></div>';
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    const url = partner.paste({ cms: 'plain', code: code + other });
    await page.goto(url);
    const heights = () =>
      page.$$eval('[data-tct]', (divs) => divs.map((div) => (div as HTMLElement).offsetHeight));
    expect(await heights()).to.deep.equal([height, 0]);
    // As if the time were over.
    await page.evaluate(() => {
      for (const animation of document.getAnimations()) animation.finish();
    });
    expect(await heights()).to.deep.equal([0, 0]);
    await page.setJavaScriptEnabled(true);
    await page.goto(url);
    await page.waitForFunction(() => document.querySelectorAll('tct-latest-news[state=ready]').length === 2);
    expect(
      await page.$$eval('tct-latest-news', (all) => all.map((each) => getComputedStyle(each).minHeight)),
    ).to.not.include(`${height}px`);
    await page.close();
  });
});
