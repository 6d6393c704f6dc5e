import { expect } from 'chai';
import { inState, titles } from './support.ts';

const DATA = '/test/widgets/news.json';
const TAG = `<tct-latest-news src="${DATA}" loading="eager"></tct-latest-news>`;
const SCRIPT = '<script async src="/dist/embed/tct.js"></script>';
const TITLES = ['Sơ kết phong trào thi đua 6 tháng đầu năm', 'Khai giảng lớp bồi dưỡng'];

/** What Prototype 1.6/1.7 and MooTools 1.x do to the page's built-ins. */
const PROTOTYPE = `<script>
  Array.from = function (iterable) {
    if (!iterable) return [];
    if ('toArray' in Object(iterable)) return iterable.toArray();
    var length = iterable.length || 0, results = new Array(length);
    while (length--) results[length] = iterable[length];
    return results;
  };
  Array.prototype.toJSON = function () { return '[' + this.map(function (each) { return JSON.stringify(each); }).join(', ') + ']'; };
  String.prototype.toJSON = function () { return '"' + this + '"'; };
  Function.prototype.bind = function (context) { var own = this; return function () { return own.apply(context, arguments); }; };
  Element.prototype.remove = function () { this.parentNode.removeChild(this); return this; };
  window.$ = function (id) { return document.getElementById(id); };
</script>`;
const MOOTOOLS = `<script>
  Array.from = function (item) { return item == null ? [] : (typeof item == 'object' && typeof item.length == 'number') ? Array.prototype.slice.call(item) : [item]; };
  Array.prototype.each = Array.prototype.forEach;
  Object.each = function (object, run) { for (var key in object) run(object[key], key); };
  Element.prototype.set = function (name, value) { this.setAttribute(name, value); return this; };
  Element.prototype.dispose = function () { return this.parentNode.removeChild(this); };
  window.$$ = function (selector) { return document.querySelectorAll(selector); };
</script>`;

describe('pages of others', () => {
  let frames: HTMLIFrameElement[] = [];
  afterEach(() => {
    for (const frame of frames) frame.remove();
    frames = [];
  });

  async function open(body: string, head = ''): Promise<Window & typeof globalThis> {
    const frame = document.createElement('iframe');
    frame.style.cssText = 'width:600px;height:900px';
    frame.srcdoc = `<!doctype html><html lang="vi"><head><title>Trang</title>${head}</head><body>${body}</body></html>`;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    document.body.append(frame);
    frames.push(frame);
    await loaded;
    return frame.contentWindow as Window & typeof globalThis;
  }

  async function shown({ document }: Window): Promise<string[]> {
    const element = document.querySelector('tct-latest-news')!;
    await inState(element, 'ready');
    return titles(element);
  }

  for (const [name, head, body] of [
    ['Prototype', PROTOTYPE, SCRIPT + TAG],
    ['MooTools', MOOTOOLS, SCRIPT + TAG],
    [
      'another Lit',
      '<script>window.litHtmlVersions=["2.0.0"];window.litElementVersions=["3.0.0"];window.reactiveElementVersions=["1.0.0"]</script>',
      SCRIPT + TAG,
    ],
    [
      'a script put in by a script',
      '',
      `${TAG}<script>var s=document.createElement('script');s.src='/dist/embed/tct.js';document.body.appendChild(s)</script>`,
    ],
    ['a script made a module', '', `${TAG}<script type="module" src="/dist/embed/tct.js"></script>`],
    [
      'a script with a version behind it',
      '',
      `${TAG}<script async src="/dist/embed/tct.js?ver=6.1"></script>`,
    ],
    ['all in one file', '', `${TAG}<script async src="/dist/embed/tct-all.js"></script>`],
    ['both scripts', '', `${SCRIPT}${TAG}<script async src="/dist/embed/tct-all.js"></script>`],
    [
      'fields added to Object.prototype',
      '<script>Object.prototype.extend=function(){}</script>',
      SCRIPT + TAG,
    ],
  ] as const)
    it(`works beside ${name}`, async () => {
      expect(await shown(await open(body, head))).to.deep.equal(TITLES);
    });

  it('reads relative addresses from where the page says they start', async () => {
    const window = await open(
      `<tct-latest-news src="widgets/news.json" loading="eager"></tct-latest-news>${SCRIPT}`,
      '<base href="/test/">',
    );
    expect(await shown(window)).to.deep.equal(TITLES);
  });

  it('reads the hub beside the script where the tag names no source', async () => {
    for (const [attributes, file] of [
      ['', 'news.json'],
      ['school="nb"', 'schools/nb/news.json'],
    ]) {
      const { document } =
        await open(`<script>addEventListener('tct-error',function(e){document.title=e.detail.error.message})</script>
        ${SCRIPT}<tct-latest-news loading="eager" ${attributes}></tct-latest-news>`);
      await inState(document.querySelector('tct-latest-news')!, 'error');
      expect(document.title).to.equal(`${location.origin}/dist/embed/${file}: HTTP 404`);
    }
  });

  it('says nothing and breaks nothing when both scripts are there', async () => {
    const watch = `<script>window.said=[];addEventListener('error',function(e){said.push(e.message)});
      addEventListener('unhandledrejection',function(e){said.push(String(e.reason))});console.warn=console.error=function(x){said.push(String(x))}</script>`;
    for (const order of [
      ['tct.js', 'tct-all.js'],
      ['tct-all.js', 'tct.js'],
    ]) {
      const scripts = order.map((name) => `<script src="/dist/embed/${name}"></script>`).join('');
      const window = await open(scripts + TAG, watch);
      expect(await shown(window)).to.deep.equal(TITLES);
      expect((window as Window & { said?: string[] }).said).to.deep.equal([]);
    }
  });

  it('leaves one global on the page, but for those of Lit', async () => {
    const before = new Set(Object.keys(await open('')));
    const after = await open(SCRIPT + TAG);
    await shown(after);
    const added = Object.keys(after).filter(
      (name) => !before.has(name) && !/^(?:lit|reactive)[A-Z]/.test(name),
    );
    expect(added).to.deep.equal(['tct']);
  });

  it('can pin what it loads: integrity.json names the digest of every file', async () => {
    const values: Record<string, string> = await (await fetch('/dist/embed/integrity.json')).json();
    expect(Object.keys(values)).to.include.members(['tct.js', 'tct-all.js', 'tct-latest-news.js']);
    for (const [name, value] of Object.entries(values)) {
      const bytes = await (await fetch(`/dist/embed/${name}`)).arrayBuffer();
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-384', bytes));
      expect(value, name).to.equal(`sha384-${btoa(String.fromCharCode(...digest))}`);
    }
    const pinned = `${TAG}<script async src="/dist/embed/tct-all.js" integrity="${values['tct-all.js']}" crossorigin="anonymous"></script>`;
    expect(await shown(await open(pinned))).to.deep.equal(TITLES);
  });
});
