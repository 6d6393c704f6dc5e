import { expect } from 'chai';
import { scriptUrl } from '../scripts.ts';
import { openPage, titles, waitForState } from '../support.ts';

const DATA = '/test/widgets/news.json';
const TAG = `<tct-latest-news src="${DATA}" loading="eager"></tct-latest-news>`;
const SCRIPT = '<script src="/dist/embed/tct.js"></script>';
const TITLES = ['Sơ kết phong trào thi đua 6 tháng đầu năm', 'Khai giảng lớp bồi dưỡng'];
const STRANGER = 'https://stranger.example/';
/** Lit reads these; `dist/embed/` holds the names as Lit writes them. */
const LIT_GLOBAL =
  /\b(?:lit(?:Html|Element)|reactiveElement)(?:Versions|\w+Support)\b|\blitPropertyMetadata\b|\bShadyCSS\b|\btrustedTypes\b/g;

/** Elements that take the place of the global `tct`. */
const AS_TCT = [
  `<a id=tct></a><a id=tct name=base href="${STRANGER}"></a><a id=tct name=version href="x:"></a>`,
  `<a id=tct href="${STRANGER}"></a>`,
  '<form id=tct><input name=base><input name=version><input name=ahead><input name=locales></form>',
  '<form name=tct><input name=constructor><input name=hasOwnProperty></form>',
  `<img name=tct src="/test/fixtures/missing.png">`,
  '<iframe name=tct srcdoc="<p id=version>"></iframe>',
  '<iframe name=tct sandbox srcdoc="<p id=version>"></iframe>',
  '<object id=tct></object><object id=tct name=base></object>',
  '<embed name=tct>',
  '<p id="tct">Trường Chính trị</p>',
];
/** Names of elements that hide what the loader and the widgets read from the document or from a form. */
const ON_DOCUMENT = [
  'currentScript',
  'querySelectorAll',
  'baseURI',
  'adoptedStyleSheets',
  'addEventListener',
  'hidden',
];
const ON_FORMS = [
  'getAttribute',
  'querySelectorAll',
  'querySelector',
  'matches',
  'nodeType',
  'localName',
  'lang',
  'closest',
];

/** The addresses that a page has asked for. */
const requested = (page: Window) =>
  (page.performance.getEntriesByType('resource') as PerformanceResourceTiming[]).map(({ name }) => name);

/** Resolves with the titles, and checks that no stranger was asked for anything. */
async function shown(page: Window): Promise<string[]> {
  const element = page.document.body.getElementsByTagName('tct-latest-news')[0]!;
  await waitForState(element, 'ready');
  expect(requested(page).filter((name) => name.startsWith(STRANGER))).to.deep.equal([]);
  return titles(element);
}

describe('elements with the names of globals', () => {
  afterEach(() => document.body.replaceChildren());

  for (const [index, elements] of AS_TCT.entries())
    for (const [where, body] of [
      ['before', elements + SCRIPT + TAG],
      ['behind', SCRIPT + elements + TAG],
    ] as const)
      it(`cannot be the settings (${index + 1}): ${where} the script`, async () => {
        const page = await openPage(body);
        expect(await shown(page)).to.deep.equal(TITLES);
        expect(page.tct!.base).to.equal(`${location.origin}/dist/embed/`);
      });

  it('cannot be the settings of all widgets in one file', async () => {
    const page = await openPage(`${AS_TCT[0]}<script src="/dist/embed/tct-all.js"></script>${TAG}`);
    expect(await shown(page)).to.deep.equal(TITLES);
    expect(page.tct!.base).to.equal(`${location.origin}/dist/embed/`);
  });

  it('cannot be the settings of widgets without the loader', async () => {
    const page = await openPage(
      `${AS_TCT[0]}<tct-latest-news></tct-latest-news><script type="module" src="${await scriptUrl('tct-latest-news.js')}"></script>`,
    );
    const element = page.document.querySelector('tct-latest-news')!;
    await waitForState(element, 'error');
    expect(requested(page).filter((name) => name.startsWith(STRANGER))).to.deep.equal([]);
  });

  it('give way to the settings of a script', async () => {
    const page = await openPage(
      `${AS_TCT[0]}<script>tct={base:'${location.origin}/dist/embed/',locales:{vi:{news:'Tin của Cụm'}}}</script>${TAG}${SCRIPT}`,
    );
    expect(await shown(page)).to.deep.equal(TITLES);
    expect(page.tct!.locales!.vi!.news).to.equal('Tin của Cụm');
  });

  it('do not stop Lit, before the script or behind it', async () => {
    const code = await (await fetch(await scriptUrl('tct-latest-news.js'))).text();
    const names = [...new Set(code.match(LIT_GLOBAL))];
    expect(names).to.include.members([
      'litHtmlVersions',
      'litHtmlPolyfillSupport',
      'litPropertyMetadata',
      'ShadyCSS',
    ]);
    const elements = names.map((name) => `<a id=${name}></a>`).join('');
    for (const body of [elements + SCRIPT + TAG, SCRIPT + elements + TAG])
      expect(await shown(await openPage(body))).to.deep.equal(TITLES);
  });

  for (const name of ON_DOCUMENT)
    it(`do not hide document.${name}`, async () => {
      const element = `<img name=${name} src="${STRANGER}tct.js" onerror="0">`;
      for (const body of [element + SCRIPT + TAG, SCRIPT + element + TAG]) {
        const page = await openPage(body.replaceAll('src="https', 'data-src="https'));
        expect(await shown(page)).to.deep.equal(TITLES);
        expect(page.tct!.base).to.equal(`${location.origin}/dist/embed/`);
      }
    });

  it('do not name the folder of a script whose tag has another name', async () => {
    const page = await openPage(
      `<img name=currentScript data-src="${STRANGER}tct.js">${TAG}<script>fetch('/dist/embed/tct.js').then(function(r){return r.text()}).then(function(t){var s=document.createElement('script');s.text=t;document.body.appendChild(s);document.title='done'})</script>`,
    );
    while (page.document.title !== 'done') await new Promise(page.requestAnimationFrame);
    expect(page.tct!.base).to.not.contain('stranger');
  });

  it('in a form do not stop the widgets in it and behind it', async () => {
    const fields = ON_FORMS.map((name) => `<input name=${name}>`).join('');
    const form = `<form lang=vi data-tct="latest-news">${fields}${TAG}</form>${TAG}`;
    for (const body of [form + SCRIPT, SCRIPT + form]) {
      const page = await openPage(body);
      expect(await shown(page)).to.deep.equal(TITLES);
      await waitForState(page.document.querySelectorAll('tct-latest-news')[1]!, 'ready');
    }
    const page = await openPage(SCRIPT);
    page.document.body.insertAdjacentHTML('beforeend', form);
    expect(await shown(page)).to.deep.equal(TITLES);
    await waitForState(page.document.querySelectorAll('tct-latest-news')[1]!, 'ready');
  });
});
