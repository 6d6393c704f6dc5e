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

describe('what is no feed', () => {
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

  it('says of a page that it is one, by its title, in both languages', async () => {
    const error = await errorOf('<html><head><title>Trang chủ</title></head></html>');
    expect(error.vi).to.match(/^Đây là trang HTML có tiêu đề “Trang chủ”/);
    expect(error.en).to.match(/^This is an HTML page titled “Trang chủ”/);
  });

  it('is too long: 33 MB', async () => {
    const error = await errorOf(new Uint8Array(33 * 1024 * 1024));
    check(error, 'too-large', /^32$/);
  });
});
