import { expect } from 'chai';
import { waitForState } from '../support.ts';
import { NEWS, openListening, SCRIPT, warning } from './support.ts';

/** The same server under another name: another origin, to which it sends no CORS. */
const ELSEWHERE = location.origin.replace('127.0.0.1', 'localhost');
const tag = (attributes: string, name = 'latest-news') =>
  `<tct-${name} loading="eager" ${attributes}></tct-${name}>`;
/** Answers requests to addresses that contain a key. */
const answering = (answers: Record<string, string>) =>
  `<script>window.asked=[];var real=fetch;fetch=function(u,i){asked.push([String(u),i&&i.mode]);var a=${JSON.stringify(answers)};for(var k in a)if(String(u).indexOf(k)>=0)return (0,eval)('('+a[k]+')')(i);return real(u,i)}</script>`;
const respond = (body: string, status = 200) =>
  `function(){return Promise.resolve(new Response(${JSON.stringify(body)},{status:${status}}))}`;

const CASES: [what: string, answer: string, vi: RegExp, en: RegExp][] = [
  ['an error', respond('', 503), /tạm ngừng phục vụ \(503\)/, /temporarily unavailable \(503\)/],
  ['nothing', respond('', 404), /Không có gì ở địa chỉ này \(404\)/, /nothing at this address \(404\)/],
  [
    'an HTML page',
    respond('<!doctype html><title>Trang chủ</title><p>Tin'),
    /trang HTML có tiêu đề “Trang chủ”/,
    /HTML page titled “Trang chủ”/,
  ],
  ['a binary file', respond('%PDF-1.7'), /tệp nhị phân \(PDF\)/, /binary file/],
  [
    'no answer in time',
    "function(){return Promise.reject(new DOMException('','TimeoutError'))}",
    /không trả lời kịp/,
    /did not answer in time/,
  ],
];

describe('a source that cannot be read', () => {
  afterEach(() => document.body.replaceChildren());

  for (const [what, answer, vi, en] of CASES)
    it(`is explained: ${what}`, async () => {
      const page = await openListening(tag('src="/bad/feed"') + SCRIPT, answering({ '/bad/': answer }));
      const [first, second] = (await warning(page, /bad\/feed/)).split('\n');
      expect(first).to.match(vi);
      expect(second).to.match(en);
      expect(page.warned).to.have.length(1);
    });

  it('is explained: HTML in place of a forecast', async () => {
    const page = await openListening(
      tag('src="/bad/feed"', 'weather') + SCRIPT,
      answering({ '/bad/': respond('<!doctype html>') }),
    );
    expect(await warning(page, /bad\/feed/)).to.match(/không phải JSON.*\n.*is not JSON/);
  });

  it('is explained: no CORS, and asks only that address, once, without credentials', async () => {
    const src = `${ELSEWHERE}${NEWS}`;
    const page = await openListening(
      tag(`src="${src}"`) + tag(`src="${src}" limit="3"`) + SCRIPT,
      answering({}),
    );
    const text = await warning(page, /CORS/);
    expect(text)
      .to.contain(src)
      .and.to.match(/Nhờ chủ nguồn cho phép CORS.*\n.*Ask the owner/);
    for (const element of page.document.querySelectorAll('tct-latest-news'))
      await waitForState(element, 'error');
    const { asked } = page as unknown as { asked: [string, string | undefined][] };
    expect(asked.filter(([, mode]) => mode === 'no-cors')).to.deep.equal([[src, 'no-cors']]);
    expect(page.warned).to.have.length(1);
  });

  it('is explained: no server', async () => {
    const page = await openListening(tag('src="http://127.0.0.1:9/feed"') + SCRIPT);
    expect(await warning(page, /:9\/feed/)).to.match(/Không tới được máy chủ.*\n.*cannot be reached/);
  });

  it('is explained: no address', async () => {
    const page = await openListening(tag('src="http://["') + SCRIPT);
    expect(await warning(page, /http:\/\/\[/)).to.match(/không phải địa chỉ/);
  });

  it('is explained: the policy of the page', async () => {
    const policy = `<meta http-equiv="Content-Security-Policy" content="connect-src 'self'">`;
    const page = await openListening(tag(`src="${ELSEWHERE}${NEWS}"`) + SCRIPT, policy);
    expect(await warning(page, /connect-src/)).to.contain(`Thêm ${ELSEWHERE} vào connect-src`);
    expect(page.warned).to.have.length(1);
  });

  it('is explained: a school that the hub does not have', async () => {
    const schools = JSON.stringify({ schools: [{ id: 'ninh-binh' }, { id: 'hai-duong' }] });
    const page = await openListening(
      tag('school="ninhbinh"') + SCRIPT,
      answering({ 'cluster.json': respond(schools) }),
    );
    expect(await warning(page, /ninhbinh/)).to.match(
      /Không có trường nào mang mã “ninhbinh”.*school="ninh-binh".*ninh-binh, hai-duong/,
    );
  });

  it('says so again to those who listen, with the address', async () => {
    const page = await openListening(
      tag('src="/bad/feed"') + SCRIPT,
      `${answering({ '/bad/': respond('', 503) })}<script>addEventListener('tct-error',function(e){document.title=e.detail.url})</script>`,
    );
    await warning(page, /503/);
    expect(page.document.title).to.equal(`${location.origin}/bad/feed`);
  });
});

describe('a tag that names what its source does not have', () => {
  afterEach(() => document.body.replaceChildren());

  it('is explained: schools and places', async () => {
    const page = await openListening(
      tag(`src="${NEWS}" school="nb xx" debug`) +
        tag('src="/test/widgets/weather.json" places="ha-noi hue" debug', 'weather') +
        SCRIPT,
    );
    expect(await warning(page, /“xx”/)).to.match(/Các mã: nb, hd\./);
    expect(await warning(page, /“hue”/)).to.match(/ha-noi, da-nang/);
    expect(page.warned).to.have.length(2);
  });
});

describe('code that does not come', () => {
  afterEach(() => document.body.replaceChildren());

  it('is explained', async () => {
    const page = await openListening(
      `${tag(`src="${NEWS}"`)}<script async src="/broken/always/tct-latest-news.js/tct.js"></script>`,
    );
    expect(await warning(page, /mã của khối/)).to.match(/thấy mã JavaScript.*\n.*could not be loaded/);
  });

  it('is explained: Trusted Types', async () => {
    const policy = `<meta http-equiv="Content-Security-Policy" content="require-trusted-types-for 'script'; trusted-types other">`;
    const page = await openListening(tag(`src="${NEWS}"`) + SCRIPT, policy);
    // Browsers without Trusted Types show the news.
    if (!(window as { trustedTypes?: unknown }).trustedTypes) return;
    expect(await warning(page, /trusted-types/)).to.match(
      /Thêm lit-html 'allow-duplicates' vào trusted-types/,
    );
  });

  it('is mentioned even if the words for it do not come', async () => {
    const page = await openListening(
      `<tct-lastest-news></tct-lastest-news><script async src="/broken/always/tct-debug.js/tct.js"></script>`,
    );
    expect(await warning(page, /^tct\.js/)).to.equal('tct.js:');
  });
});
