import { expect } from 'chai';
import { openPage, part, titles, waitForState } from '../support.ts';

const DATA = '/test/widgets/news.json';
const TAG = `<tct-latest-news src="${DATA}" loading="eager"></tct-latest-news>`;
const SCRIPT = '<script async src="/dist/embed/tct.js"></script>';
const TITLES = ['Sơ kết phong trào thi đua 6 tháng đầu năm', 'Khai giảng lớp bồi dưỡng'];
/** Records the page's requests and whether they have a time limit. */
const LISTEN =
  '<script>window.sent=[];var real=fetch;fetch=function(u,i){sent.push([new URL(u).pathname,!!(i&&i.signal)]);return real(u,i)}</script>';

type Listening = Window & { sent: [path: string, limited: boolean][] };

/** Resolves with the element once it is ready. */
async function ready({ document }: Window): Promise<Element> {
  const find = () => document.querySelector('tct-latest-news');
  if (!find())
    await new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (!find()) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(document, { childList: true, subtree: true });
    });
  await waitForState(find()!, 'ready');
  return find()!;
}

const put = ({ document }: Window, src: string) =>
  document.body.append(Object.assign(document.createElement('script'), { src }));

describe('the loader script', () => {
  afterEach(() => document.body.replaceChildren());

  for (const [where, body] of [
    ['before the tag', SCRIPT + TAG],
    ['behind the tag', TAG + SCRIPT],
    ['twice', SCRIPT + TAG + SCRIPT],
    ['deferred', `<script defer src="/dist/embed/tct.js"></script>${TAG}`],
    ['as a module', `${TAG}<script type="module" src="/dist/embed/tct.js"></script>`],
    ['with a version behind its name', `${TAG}<script async src="/dist/embed/tct.js?ver=6.1"></script>`],
    ['with slashes behind its name', `${TAG}<script async src="/dist/embed/tct.js?from=a/b#c/d"></script>`],
    [
      'under another name, where the page says its base',
      `${TAG}<script>tct={base:'${location.origin}/dist/embed/'};fetch('/dist/embed/tct.js').then(function(r){return r.text()}).then(function(t){var s=document.createElement('script');s.text=t;document.body.appendChild(s)})</script>`,
    ],
    ['with all in one file', `${TAG}<script async src="/dist/embed/tct-all.js"></script>`],
    ['beside all in one file', `${SCRIPT}${TAG}<script async src="/dist/embed/tct-all.js"></script>`],
    ['without loading="eager"', `${SCRIPT}<tct-latest-news src="${DATA}"></tct-latest-news>`],
    [
      'put in by a script',
      `${TAG}<script>var s=document.createElement('script');s.src='/dist/embed/tct.js';document.body.appendChild(s)</script>`,
    ],
    [
      'fetched and run by a script, its own tag made harmless',
      `${TAG}<script src="/dist/embed/tct.js" type="delayed"></script><script>fetch('/dist/embed/tct.js').then(function(r){return r.text()}).then(function(t){var s=document.createElement('script');s.src=URL.createObjectURL(new Blob([t]));document.body.appendChild(s)})</script>`,
    ],
    [
      'with a div instead of the tag',
      `${SCRIPT}<div data-tct="latest-news" data-src="${DATA}" data-loading="eager"></div>`,
    ],
  ] as const)
    it(`works ${where}`, async () => {
      expect(titles(await ready(await openPage(body)))).to.deep.equal(TITLES);
    });

  it('passes a div’s attributes and children to the element inside it', async () => {
    const page = await openPage(
      `${SCRIPT}<div data-tct="latest-news" data-src="${DATA}" data-heading-level="4" data-search data-loading="eager"><a href="/tin">Tin</a></div>`,
    );
    const element = await ready(page);
    expect(part(element, 'heading')!.ariaLevel).to.equal('4');
    expect(part(element, 'search')).to.not.equal(null);
    expect(element.querySelector('a')!.textContent).to.equal('Tin');
    expect(page.document.querySelectorAll('tct-latest-news')).to.have.length(1);
  });

  it('never turns a div’s attributes into event handlers, and warns of unknown widgets', async () => {
    const page = await openPage(
      `${LISTEN}<script>console.warn=function(x){document.title+=x}</script><div data-tct="news"></div><div data-tct="latest-news" data-src="${DATA}" data-onclick="document.title='clicked'" data-more-href="javascript:document.title='followed'" data-loading="eager"></div>${SCRIPT}`,
    );
    const element = await ready(page);
    expect(element.getAttributeNames()).to.not.include('onclick');
    expect(part(element, 'more')).to.equal(null);
    while (!page.document.title.includes('data-tct="news"')) await new Promise(page.requestAnimationFrame);
    expect(page.document.title).to.not.match(/^(?:clicked|followed)/);
  });

  it('waits until a closed section is opened', async () => {
    const page = await openPage(`${LISTEN}${SCRIPT}<details><summary>Tin</summary>
      <tct-latest-news src="${DATA}"></tct-latest-news></details>`);
    const probe = page.document.createElement('p');
    page.document.body.prepend(probe);
    await new Promise<void>((resolve) => {
      new page.IntersectionObserver(() => resolve()).observe(probe);
    });
    expect((page as unknown as Listening).sent).to.deep.equal([]);
    page.document.querySelector('details')!.open = true;
    expect(titles(await ready(page))).to.deep.equal(TITLES);
  });

  it('handles tags and divs added later', async () => {
    for (const tag of [TAG, `<div data-tct="latest-news" data-src="${DATA}" data-loading="eager"></div>`]) {
      const page = await openPage(SCRIPT);
      page.document.body.insertAdjacentHTML('beforeend', `<section>${tag}</section>`);
      expect(titles(await ready(page))).to.deep.equal(TITLES);
    }
  });

  it('fetches nothing for a widget far below until it comes near, unless loading is eager', async () => {
    const below = (tag: string) => `${LISTEN}${SCRIPT}<div style="height:9000px"></div>${tag}`;
    const page = await openPage(below(`<tct-latest-news src="${DATA}"></tct-latest-news>`));
    // The widget's observer has run once an observer of a second element has.
    const probe = page.document.createElement('p');
    page.document.body.prepend(probe);
    await new Promise<void>((resolve) => {
      new page.IntersectionObserver(() => resolve()).observe(probe);
    });
    expect((page as unknown as Listening).sent).to.deep.equal([]);
    page.scrollTo(0, 9000);
    expect(titles(await ready(page))).to.deep.equal(TITLES);
    expect(titles(await ready(await openPage(below(TAG))))).to.deep.equal(TITLES);
  });

  it('requests every source’s data in parallel with the code, once, with a time limit', async () => {
    const page = await openPage(
      `${LISTEN}${SCRIPT}<tct-latest-news src="${DATA} /test/widgets/documents.json" loading="eager"></tct-latest-news>${TAG}`,
    );
    await ready(page);
    expect((page as unknown as Listening).sent).to.deep.equal([
      [DATA, true],
      ['/test/widgets/documents.json', true],
    ]);
  });

  it('starts the other widgets despite an invalid URL', async () => {
    const page = await openPage(
      `<tct-latest-news id="none" src="http://[" loading="eager"></tct-latest-news>${TAG}${SCRIPT}`,
    );
    const [none, good] = page.document.querySelectorAll('tct-latest-news');
    await waitForState(good!, 'ready');
    await waitForState(none!, 'error');
  });

  it('uses the hub that serves the script when the tag has no src', async () => {
    for (const [attributes, file] of [
      ['', 'news.json'],
      ['school="nb"', 'schools/nb/news.json'],
    ]) {
      const { document } =
        await openPage(`<script>addEventListener('tct-error',function(e){document.title=e.detail.url+': '+e.detail.error.message})</script>
        ${SCRIPT}<tct-latest-news loading="eager" ${attributes}></tct-latest-news>`);
      await waitForState(document.querySelector('tct-latest-news')!, 'error');
      expect(document.title).to.equal(`${location.origin}/dist/embed/${file}: HTTP 404`);
    }
  });

  it('leaves one global on the page, besides those of Lit', async () => {
    const lit = ['litPropertyMetadata', 'reactiveElementVersions', 'litHtmlVersions', 'litElementVersions'];
    const before = new Set([...Object.keys(await openPage('')), ...lit]);
    const after = await openPage(SCRIPT + TAG);
    await ready(after);
    expect(Object.keys(after).filter((name) => !before.has(name))).to.deep.equal(['tct']);
  });

  it('keeps the first of two versions and warns', async () => {
    const page = await openPage(TAG + SCRIPT);
    await ready(page);
    page.tct!.version = '0.0.1';
    const warning = new Promise<string>((resolve) => {
      page.console.warn = resolve;
    });
    put(page, '/dist/embed/tct.js');
    expect(await warning).to.match(/0\.1\.0.*0\.0\.1/);
  });

  it('works silently when both scripts are included', async () => {
    const watch = `<script>window.errors=[];addEventListener('error',function(e){errors.push(e.message)});
      addEventListener('unhandledrejection',function(e){errors.push(String(e.reason))});console.warn=console.error=function(x){errors.push(String(x))}</script>`;
    for (const order of [
      ['tct.js', 'tct-all.js'],
      ['tct-all.js', 'tct.js'],
    ]) {
      const scripts = order.map((name) => `<script src="/dist/embed/${name}"></script>`).join('');
      const page = await openPage(scripts + TAG, watch);
      expect(titles(await ready(page))).to.deep.equal(TITLES);
      expect((page as Window & { errors?: string[] }).errors).to.deep.equal([]);
    }
  });

  it('is ASCII and shows Vietnamese on a page in another charset', async () => {
    for (const name of ['tct', 'tct-all']) {
      const code = await (await fetch(`/dist/embed/${name}.js`)).text();
      expect(/^[\x00-\x7f]*$/.test(code), name).to.equal(true);
      const frame = document.createElement('iframe');
      const page = `<!doctype html><title>Trang</title><base href="${location.origin}/">${TAG}<script src="/dist/embed/${name}.js"></script>`;
      frame.src = URL.createObjectURL(new Blob([page], { type: 'text/html;charset=windows-1258' }));
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      document.body.append(frame);
      await loaded;
      expect(frame.contentDocument!.characterSet.toLowerCase()).to.equal('windows-1258');
      const element = await ready(frame.contentWindow!);
      expect(part(element, 'heading')!.textContent).to.equal('Tin mới');
      expect(titles(element)).to.deep.equal(TITLES);
    }
  });

  it('uses the page’s own texts and languages', async () => {
    for (const name of ['tct', 'tct-all']) {
      const page = await openPage(
        `<tct-latest-news lang="fr" src="${DATA}" loading="eager"></tct-latest-news>${TAG}`,
        `<script>tct={locales:{fr:{news:'Actualités'},vi:{news:'Tin của Cụm'}}}</script><script async src="/dist/embed/${name}.js"></script>`,
      );
      const shown = [];
      for (const element of page.document.querySelectorAll('tct-latest-news')) {
        await waitForState(element, 'ready');
        shown.push([
          part(element, 'heading')!.textContent,
          element.shadowRoot!.querySelector('.root')!.getAttribute('lang'),
        ]);
      }
      expect(shown, name).to.deep.equal([
        ['Actualités', 'fr'],
        ['Tin của Cụm', 'vi'],
      ]);
    }
  });

  it('lists the digest of every file in integrity.json', async () => {
    const values: Record<string, string> = await (await fetch('/dist/embed/integrity.json')).json();
    expect(Object.keys(values)).to.include.members(['tct.js', 'tct-all.js']);
    for (const [name, value] of Object.entries(values)) {
      const bytes = await (await fetch(`/dist/embed/${name}`)).arrayBuffer();
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-384', bytes));
      expect(value, name).to.equal(`sha384-${btoa(String.fromCharCode(...digest))}`);
    }
    const pinned = (value: string) =>
      openPage(
        `${TAG}<script async src="/dist/embed/tct-all.js" integrity="${value}" crossorigin="anonymous" onerror="document.title='refused'"></script>`,
      );
    expect(titles(await ready(await pinned(values['tct-all.js']!)))).to.deep.equal(TITLES);
    expect((await pinned(values['tct.js']!)).document.title).to.equal('refused');
  });
});
