import { expect } from 'chai';
import { FeedError } from '../../../core/index.ts';
import { bytes } from '../../fixture.ts';
import { errorOf } from './read.ts';

const RECORDED: [name: string, code: string, detail: RegExp][] = [
  ['nukeviet/fault-database.html', 'database', /could not connect to data server/i],
  ['nukeviet/cors-rss-origin.xml', 'origin', /^Incorrect Origin specified$/],
  ['nukeviet/cors-rss-moz-origin.xml', 'origin', /^Incorrect Origin specified$/],
  ['nukeviet/fault-429-flood.html', 'refused', /từ chối truy cập/],
  ['nukeviet/html-home.html', 'html', /^Trường Chính trị tỉnh Ninh Bình$/],
  ['nukeviet/sitemap-vi-news.xml', 'xml', /^urlset$/],
  ['wordpress/fault-503-maintenance.html', 'maintenance', /scheduled maintenance/],
  ['wordpress/fault-feed-disabled.xml', 'message', /^Nguồn cấp tin đã bị tắt/],
  ['wordpress/err-400-per-page.json', 'message', /per_page/],
  ['wordpress/uploads/2025/01/HD07-viet-khoa-luan.pdf', 'binary', /PDF/],
  ['wordpress/uploads/2024/03/anh-nho.jpg', 'binary', /JPEG/],
];
const WRITTEN: [body: string, code: string, detail: RegExp][] = [
  ['', 'empty', /^$/],
  [' \n\t', 'empty', /^$/],
  ['Not found', 'text', /^Not found$/],
  ['{"a":1,"b":2}', 'json', /^a, b$/],
  ['{"a":', 'text', /a/],
  ['<?xml version="1.0"?><opml version="2.0"><body><outline/></body></opml>', 'xml', /^opml$/],
  [
    '<!DOCTYPE html><html><head><title>Trang &amp; chủ</title></head><body>&lt;rss&gt;<pre><rss></pre></body></html>',
    'html',
    /^Trang & chủ$/,
  ],
  ['<html><body>Error establishing a database connection</body></html>', 'database', /database/],
];

describe('a body that is not a feed', () => {
  const check = (error: FeedError, code: string, detail: RegExp) => {
    expect(error).to.be.instanceOf(FeedError);
    expect(error.code).to.equal(code);
    expect(error.detail).to.match(detail);
    expect(error.message).to.equal(error.vi).and.contain(error.detail);
    expect(error.en).to.contain(error.detail).and.not.equal(error.vi);
  };
  for (const [name, code, detail] of RECORDED)
    it(`${name}: ${code}`, async () => check(await errorOf(await bytes(name)), code, detail));
  for (const [body, code, detail] of WRITTEN)
    it(`“${body.slice(0, 40)}”: ${code}`, async () => check(await errorOf(body), code, detail));

  it('is described with the title of an HTML page, in both languages', async () => {
    const error = await errorOf('<html><head><title>Trang chủ</title></head></html>');
    expect(error.vi).to.match(/^Đây là trang HTML có tiêu đề “Trang chủ”/);
    expect(error.en).to.match(/^This is an HTML page titled “Trang chủ”/);
  });

  it('is refused if it is too large: 33 MB', async () => {
    const error = await errorOf(new Uint8Array(33 * 1024 * 1024));
    check(error, 'too-large', /^32$/);
  });
});

describe('errors', () => {
  const CASES: [name: string, body: string, code: string, detail: RegExp][] = [
    ['a page without a title', '<html><body>Xin chào các bạn</body></html>', 'html', /^Xin chào các bạn$/],
    [
      'a page with an empty title',
      '<html><head><title> </title></head><body>Xin chào</body></html>',
      'html',
      /^Xin chào$/,
    ],
    [
      'a page with a prolog',
      '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Trang</title></head></html>',
      'html',
      /^Trang$/,
    ],
    ['a page after a comment', '<!-- x --><!doctype html><title>Trang</title><p>a', 'html', /^Trang$/],
    ['a page after a byte order mark', '\ufeff<!DOCTYPE html><title>Trang</title>', 'html', /^Trang$/],
    ['a page in capitals', '<HTML><HEAD><TITLE>TRANG</TITLE></HEAD></HTML>', 'html', /^TRANG$/],
    ['a page without html and head', '<title>Trang</title><h1>a</h1>', 'html', /^Trang$/],
    ['a piece of a page', '<p>Không tìm thấy</p>', 'html', /^Không tìm thấy$/],
    [
      'a page that links a feed',
      '<html><head><title>Trang</title><link rel="alternate" type="application/rss+xml" href="/rss"></head></html>',
      'html',
      /^Trang$/,
    ],
    [
      'a page whose script writes a feed',
      '<!doctype html><title>Trang</title><script>var x = "<rss><channel></channel></rss>"</script>',
      'html',
      /^Trang$/,
    ],
    [
      'a page that shows a feed’s source',
      '<html><head><title>Trang</title></head><body><xmp><rss><channel><item><title>a</title></item></channel></rss></xmp></body></html>',
      'html',
      /^Trang$/,
    ],
    [
      'a title over lines, with references',
      '<html><head><title>\n Trang &ndash;\n chủ </title></head></html>',
      'html',
      /^Trang – chủ$/,
    ],
    [
      'a title with a script for a name',
      '<html><head><title>&lt;script&gt;alert(1)&lt;/script&gt;</title></head></html>',
      'html',
      /alert/,
    ],
    ['an origin refused, bare', 'Incorrect Origin specified', 'origin', /^Incorrect Origin specified$/],
    [
      'WordPress’s database page',
      '<!DOCTYPE html><html><head><title>Database Error</title></head><body><div class="wp-die-message"><h1>Error establishing a database connection</h1></div></body></html>',
      'database',
      /database/,
    ],
    ['NukeViet’s database line', 'Sorry! Could not connect to data server', 'database', /data server/],
    [
      'a database page in Vietnamese',
      '<html><body>Lỗi kết nối cơ sở dữ liệu</body></html>',
      'database',
      /cơ sở dữ liệu/,
    ],
    [
      'a firewall’s page',
      '<!DOCTYPE html><html><head><title>Attention Required! | Cloudflare</title></head><body><h1>Sorry, you have been blocked</h1></body></html>',
      'refused',
      /./,
    ],
    [
      'an nginx page',
      '<html><head><title>403 Forbidden</title></head><body><center><h1>403 Forbidden</h1></center><hr><center>nginx</center></body></html>',
      'refused',
      /403 Forbidden/,
    ],
    [
      'a page not found',
      '<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1></body></html>',
      'html',
      /^404 Not Found$/,
    ],
    [
      'a sitemap',
      '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>http://a.vn/</loc></url></urlset>',
      'xml',
      /^urlset$/,
    ],
    [
      'an index of sitemaps',
      '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>',
      'xml',
      /^sitemapindex$/,
    ],
    [
      'OPML',
      '<opml version="2.0"><head><title>T</title></head><body><outline text="a" xmlUrl="http://a.vn/rss"/></body></opml>',
      'xml',
      /^opml$/,
    ],
    [
      'an RSD',
      '<?xml version="1.0"?><rsd version="1.0" xmlns="http://archipelago.phrasewise.com/rsd"><service/></rsd>',
      'xml',
      /^rsd$/,
    ],
    [
      'a storage’s refusal',
      '<?xml version="1.0"?><Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>',
      'message',
      /^Access Denied$/,
    ],
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"><title>x</title></svg>', 'xml', /^svg$/],
    [
      'a JSON error',
      '{"code":"rest_no_route","message":"Không tìm thấy đường dẫn","data":{"status":404}}',
      'message',
      /^Không tìm thấy đường dẫn$/,
    ],
    ['Liferay’s JSON error', '{"status":"NOT_FOUND","title":"No such site"}', 'message', /^No such site$/],
    ['a JSON error with a reason', '{"error":true,"reason":"x"}', 'json', /error, reason/],
    ['JSON of another kind', '[1,2]', 'json', /./],
    ['an empty JSON object', '{}', 'json', /^$/],
    ['JSON cut off', '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":', 'text', /version/],
    ['a JSON value', '"chào"', 'text', /chào/],
    ['text', 'Không có gì', 'text', /^Không có gì$/],
    ['NULs', '\0\0\0\0', 'empty', /^$/],
    ['only a byte order mark', '\ufeff', 'empty', /^$/],
    ['only a prolog', '<?xml version="1.0"?>', 'text', /./],
    ['only a comment', '<!-- không có gì -->', 'text', /./],
  ];
  for (const [name, body, code, detail] of CASES)
    it(`${name}: ${code}`, async () => {
      const error = await errorOf(body);
      expect(error).to.be.instanceOf(FeedError).and.instanceOf(Error);
      expect([error.code, error.name]).to.deep.equal([code, 'FeedError']);
      expect(error.detail).to.match(detail);
      expect(error.detail.length).to.be.at.most(200);
      expect(error.detail).to.not.match(/[\0-\x1f\x7f]/);
      expect(error.message).to.equal(error.vi);
      for (const message of [error.vi, error.en]) expect(message).to.match(/[.”]$/).and.not.contain('{}');
    });

  it('are the same for bytes as for text', async () => {
    for (const [name, body, code] of CASES)
      expect((await errorOf(new TextEncoder().encode(body))).code, name).to.equal(code);
  });

  const BINARY: [name: string, bytes: number[]][] = [
    ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37]],
    ['ZIP', [0x50, 0x4b, 3, 4, 20, 0]],
    ['gzip', [0x1f, 0x8b, 8, 0, 0]],
    ['PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
    ['JPEG', [0xff, 0xd8, 0xff, 0xe0]],
    ['GIF', [0x47, 0x49, 0x46, 0x38, 0x39, 0x61]],
  ];
  for (const [name, start] of BINARY)
    it(`recognise ${name} as a binary file`, async () => {
      const error = await errorOf(Uint8Array.from([...start, 0, 1, 2, 60, 0xff]));
      expect([error.code, error.detail.includes(name)]).to.deep.equal(['binary', true]);
    });

  it('are thrown for bodies over 32 MB', async () => {
    const limit = 32 * 1024 * 1024;
    expect((await errorOf(new Uint8Array(limit + 1))).code).to.equal('too-large');
    expect((await errorOf(' '.repeat(limit + 1))).code).to.equal('too-large');
    expect((await errorOf(new Uint8Array(limit).fill(32))).code).to.equal('empty');
  });

  it('truncate a long title', async () => {
    const error = await errorOf(`<html><head><title>${'chữ '.repeat(100)}</title></head></html>`);
    expect(error.detail).to.have.length.within(150, 200);
  });

  it('print a detail with a dollar sign unchanged', async () => {
    expect((await errorOf("<html><head><title>$& $1 $'</title></head></html>")).vi).to.contain("“$& $1 $'”");
  });
});
