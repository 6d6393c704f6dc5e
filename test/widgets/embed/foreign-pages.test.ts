import { expect } from 'chai';
import { scriptUrl } from '../scripts.ts';
import { openPage, titles, waitForState } from '../support.ts';

const DATA = '/test/widgets/news.json';
const TAG = `<tct-latest-news src="${DATA}" loading="eager"></tct-latest-news>`;
const SCRIPT = '<script async src="/dist/embed/tct.js"></script>';
const TITLES = ['Sơ kết phong trào thi đua 6 tháng đầu năm', 'Khai giảng lớp bồi dưỡng'];

/** Changes built-ins as Prototype 1.6/1.7 and MooTools 1.x do. */
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
  window.Event = window.Class = function () { throw new Error('the library's own'); };
</script>`;
const MOOTOOLS = `<script>
  Array.from = function (item) { return item == null ? [] : (typeof item == 'object' && typeof item.length == 'number') ? Array.prototype.slice.call(item) : [item]; };
  Array.prototype.each = Array.prototype.forEach;
  Object.each = function (object, run) { for (var key in object) run(object[key], key); };
  Element.prototype.set = function (name, value) { this.setAttribute(name, value); return this; };
  Element.prototype.dispose = function () { return this.parentNode.removeChild(this); };
  window.Event = window.Class = function () { throw new Error('the library's own'); };
  window.$$ = function (selector) { return document.querySelectorAll(selector); };
</script>`;

describe('partners’ pages', () => {
  afterEach(() => document.body.replaceChildren());

  async function shown({ document }: Window): Promise<string[]> {
    const element = document.querySelector('tct-latest-news')!;
    await waitForState(element, 'ready');
    return titles(element);
  }

  for (const [name, head, body = SCRIPT + TAG] of [
    ['Prototype', PROTOTYPE],
    ['MooTools', MOOTOOLS],
    [
      'another Lit',
      `<script>window.litHtmlVersions=["2.0.0"];window.litElementVersions=["3.0.0"];window.reactiveElementVersions=["1.0.0"]</script>`,
    ],
    ['fields added to Object.prototype', '<script>Object.prototype.extend=function(){}</script>'],
    ['an element that is called tct', '', `<p id="tct">Trường Chính trị</p>${TAG}${SCRIPT}`],
  ] as const)
    it(`works beside ${name}`, async () => {
      expect(await shown(await openPage(body, head))).to.deep.equal(TITLES);
    });

  it('works beside a tag defined before', async () => {
    const script = `<script type="module" src="${await scriptUrl('tct-latest-news.js')}"></script>`;
    expect(await shown(await openPage(SCRIPT + TAG, script))).to.deep.equal(TITLES);
  });

  it('resolves relative URLs against the page’s base', async () => {
    const page = await openPage(
      `<tct-latest-news src="widgets/news.json" loading="eager"></tct-latest-news>${SCRIPT}`,
      '<base href="/test/">',
    );
    expect(await shown(page)).to.deep.equal(TITLES);
  });
});
