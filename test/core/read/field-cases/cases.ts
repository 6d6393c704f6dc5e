/** Inputs that schools' sites really send, each with the fields it must be read as. */
import { rss } from '../fields/table.ts';

const REST = 'https://truong.example/wp-json/wp/v2/posts?_embed';

export interface FieldCase {
  name: string;
  body: string | Uint8Array;
  /** Values by their path in the feed. */
  expected: Record<string, unknown>;
  url?: string;
}

/** UTF-8 without the last byte of the letter before "...", as PHP's `substr` cuts it. */
function cutBeforeEllipsis(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  const at = bytes.findIndex((byte, index) => byte === 0x2e && bytes[index + 1] === 0x2e);
  return new Uint8Array([...bytes.slice(0, at - 1), ...bytes.slice(at)]);
}

const post = (inner: string, attributes?: string) =>
  rss(
    `<item><title>Khai giảng lớp K75</title><link>https://truong.example/tin/75</link><pubDate>Tue, 05 Mar 2024 15:30:00 +0700</pubDate>${inner}</item>`,
    attributes,
  );

export const FIELD_CASES: FieldCase[] = [
  {
    name: 'a picture in another data-* attribute',
    body: post(
      '<description><![CDATA[<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-url="https://truong.example/anh/le.jpg" alt="Lễ"> Nội dung]]></description>',
    ),
    expected: { 'items.0.image': 'https://truong.example/anh/le.jpg' },
  },
  {
    name: 'a picture in <noscript> behind its placeholder',
    body: post(
      '<description><![CDATA[<img class="lazy" src="/themes/truong/images/loading.gif"><noscript><img src="/anh/le.jpg"></noscript> Nội dung]]></description>',
    ),
    expected: { 'items.0.image': 'https://truong.example/anh/le.jpg' },
  },
  {
    name: 'commas in the addresses of a srcset',
    body: post(
      '<description><![CDATA[<img srcset="https://cdn.example/c_fill,w_300/le.jpg 300w, https://cdn.example/c_fill,w_900/le.jpg 900w"> Nội dung]]></description>',
    ),
    expected: { 'items.0.image': /^https:\/\/cdn\.example\/c_fill,w_(300|900)\/le\.jpg$/ },
  },
  {
    name: 'a picture in <source> alone',
    body: post(
      '<description><![CDATA[<picture><source type="image/webp" srcset="/anh/le.webp"><img src="data:image/gif;base64,R0=" alt=""></picture> Nội dung]]></description>',
    ),
    expected: { 'items.0.image': 'https://truong.example/anh/le.webp' },
  },
  {
    name: 'a width in centimetres',
    body: post(
      '<description><![CDATA[<p class="MsoNormal"><img src="/anh/le.jpg" style="width:16cm;height:10.5cm"></p><p>Nội dung</p>]]></description>',
    ),
    expected: { 'items.0.image': 'https://truong.example/anh/le.jpg' },
  },
  {
    name: 'Matomo’s beacon',
    body: post(
      '<description><![CDATA[<img src="https://thongke.example/matomo.php?idsite=1&amp;rec=1" style="border:0" alt=""><img src="/anh/le.jpg"> Nội dung]]></description>',
    ),
    expected: { 'items.0.image': 'https://truong.example/anh/le.jpg' },
  },
  {
    name: 'an image known by its size',
    body: post(
      '<media:content url="https://truong.example/anh?id=3" width="600" height="400"/>',
      'xmlns:media="http://search.yahoo.com/mrss/"',
    ),
    expected: { 'items.0.image': 'https://truong.example/anh?id=3' },
  },
  {
    name: 'UTF-8 with a cut letter, declared ISO-8859-1',
    body: cutBeforeEllipsis(
      `<?xml version="1.0" encoding="ISO-8859-1"?>${rss('<item><title>Hội nghị tổng kết năm học</title><link>/tin/1</link><description>Trường tổ chức hội nghị tổng kết và triển khai nhiệm vụ trớ...</description></item>')}`,
    ),
    expected: { 'items.0.title': 'Hội nghị tổng kết năm học' },
  },
  {
    name: 'a date in seconds since 1970',
    body: rss('<item><title>Khai giảng</title><link>/tin/1</link><pubDate>1171799695</pubDate></item>'),
    expected: { 'items.0.date_published': '2007-02-18T18:54:55+07:00' },
  },
  {
    name: 'one order of day and month per feed',
    body: rss(
      '<item><title>Tin 0</title><link>/tin/0</link><pubDate>3/25/2020 9:00:00 AM</pubDate></item><item><title>Tin 1</title><link>/tin/1</link><pubDate>3/12/2020 12:00:00 PM</pubDate></item><item><title>Tin 2</title><link>/tin/2</link><pubDate>3/5/2020 12:00:00 PM</pubDate></item>',
    ),
    expected: {
      'items.0.date_published': '2020-03-25T09:00:00+07:00',
      'items.1.date_published': '2020-03-12T12:00:00+07:00',
      'items.2.date_published': '2020-03-05T12:00:00+07:00',
    },
  },
  {
    name: 'an Italian month',
    body: rss(
      '<item><title>Khai giảng</title><link>/tin/1</link><pubDate>dom, 02 ott 2022 18:55:00 GMT</pubDate></item>',
    ),
    expected: { 'items.0.date_published': '2022-10-03T01:55:00+07:00' },
  },
  {
    name: 'a link escaped twice',
    body: rss(
      '<item><title>a</title><link><![CDATA[https://truong.example/index.php?language=vi&amp;nv=news&amp;id=7]]></link></item>',
    ),
    expected: { 'items.0.url': 'https://truong.example/index.php?language=vi&nv=news&id=7' },
  },
  {
    name: 'a link without scheme',
    body: rss('<item><title>a</title><link>truong.example/tin/75.html</link></item>'),
    expected: { 'items.0.url': 'https://truong.example/tin/75.html' },
  },
  {
    name: 'control characters in title and link',
    body: rss('<item><title>Tin\b mới</title><link>https://truong.example/tin\b/5</link></item>'),
    expected: { 'items.0.title': 'Tin mới', 'items.0.url': 'https://truong.example/tin/5' },
  },
  {
    name: 'escaped marks of CDATA',
    body: rss(
      '<item><title>&lt;![CDATA[Khai giảng]]&gt;</title><link>https://truong.example/a</link><description>&lt;![CDATA[&lt;p&gt;Nội dung&lt;/p&gt;]]&gt;</description></item>',
    ),
    expected: { 'items.0.title': 'Khai giảng', 'items.0.content_text': 'Nội dung' },
  },
  {
    name: 'HTML’s document type before RSS',
    body: `<!DOCTYPE html>\n${post('')}`,
    expected: { 'items.0.title': 'Khai giảng lớp K75' },
  },
  {
    name: 'PHP’s notice before JSON',
    body: '<br />\n<b>Deprecated</b>:  Function get_magic_quotes_gpc() is deprecated in <b>/home/wp-content/plugins/x.php</b> on line <b>3</b><br />\n[{"id":41,"date":"2024-03-05T15:30:00","date_gmt":"2024-03-05T08:30:00","guid":{"rendered":"https://truong.example/?p=41"},"type":"post","link":"https://truong.example/khai-giang/","title":{"rendered":"Khai giảng lớp K75"},"excerpt":{"rendered":"<p>Sáng nay</p>","protected":false},"content":{"rendered":"<p>Sáng nay, trường khai giảng.</p>","protected":false}}]',
    expected: { 'items.0.title': 'Khai giảng lớp K75' },
    url: REST,
  },
  {
    name: 'an object for a list of terms',
    body: '[{"id":41,"date":"2024-03-05T15:30:00","date_gmt":"2024-03-05T08:30:00","guid":{"rendered":"https://truong.example/?p=41"},"type":"post","link":"https://truong.example/khai-giang/","title":{"rendered":"Khai giảng lớp K75"},"excerpt":{"rendered":"<p>Sáng nay</p>","protected":false},"content":{"rendered":"<p>Sáng nay, trường khai giảng.</p>","protected":false},"_embedded":{"wp:term":[{"0":{"name":"Tin tức"},"2":{"name":"Đào tạo"}}]}}]',
    expected: { 'items.0.tags.0': 'Tin tức' },
    url: REST,
  },
  {
    name: 'a file behind a script',
    body: post(
      '<description><![CDATA[<p>Kế hoạch năm 2024</p><a href="/Download.aspx?file=KH-12.pdf">Tải về</a>]]></description>',
    ),
    expected: { 'items.0.attachments.0.url': 'https://truong.example/Download.aspx?file=KH-12.pdf' },
  },
  {
    name: 'C1 letters in UTF-8',
    body: rss(
      '<item><title>Hội nghị \u0093tổng kết\u0094 \u0096 năm 2024</title><link>/a</link><description>Hội nghị \u0093tổng kết\u0094</description></item>',
    ),
    expected: {
      'items.0.title': 'Hội nghị “tổng kết” – năm 2024',
      'items.0.content_text': 'Hội nghị “tổng kết”',
    },
  },
];
