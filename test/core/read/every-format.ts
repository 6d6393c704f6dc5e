import { hardText } from '../../hard-text.ts';
import { fc } from '../../property.ts';

/** The texts and addresses of a post, as a source may write them. */
export interface HardPost {
  guid: string;
  title: string;
  summary: string;
  text: string;
  author: string;
  tag: string;
  language: string;
  mediaType: string;
  fileTitle: string;
  alt: string;
  link: string;
  date: string;
}

const address = fc.oneof(
  fc.constantFrom(
    'http://nb.example/1',
    '/2.pdf',
    'http://1.2.3.4.5/x',
    'http://u:p@nb.example/3',
    '',
    'javascript:x',
  ),
  fc.webUrl(),
  hardText.map((text) => `http://nb.example/${text}`),
);

export const hardPost: fc.Arbitrary<HardPost> = fc.record({
  guid: hardText,
  title: hardText,
  summary: hardText,
  text: hardText,
  author: fc.oneof(
    hardText,
    hardText.map((text) => `a@b.vn (${text})`),
    hardText.map((text) => `${text}, "${text}" <c@d.vn>`),
  ),
  tag: hardText,
  language: fc.oneof(fc.constantFrom('vi_VN', 'vi', ''), hardText),
  mediaType: fc.oneof(
    fc.constantFrom('image/jpeg', 'IMAGE/PNG ', 'application/pdf', 'a\u0301/\u202eb', 'image/'),
    hardText,
  ),
  fileTitle: hardText,
  alt: hardText,
  link: address,
  date: fc.oneof(
    fc.constantFrom('2026-02-31T00:00:00+07:00', '27/7/2022', 'Sat, 30 Jan 2010 02:43:33 Z', '0000'),
    hardText,
  ),
});

const escapeXml = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const cdata = (text: string) => `<![CDATA[${text.replaceAll(']]>', '')}]]>`;
const element = (name: string, text: string, attributes = '') =>
  `<${name}${attributes}>${escapeXml(text)}</${name}>`;
const file = (post: HardPost) =>
  `url="${escapeXml(post.link)}" type="${escapeXml(post.mediaType)}" length="5"`;

const rssItem = (post: HardPost, name = 'item') =>
  `<${name}>${element('title', post.title)}${element('guid', post.guid)}${element('link', post.link)}` +
  `<description>${cdata(post.summary)}</description><content:encoded>${escapeXml(`<p>${post.text}</p><a href="/a.pdf">${post.fileTitle}</a>`)}</content:encoded>` +
  `${element('author', post.author)}${element('category', post.tag)}${element('dc:language', post.language)}` +
  `${element('pubDate', post.date)}<enclosure ${file(post)}/><media:content ${file(post)} title="${escapeXml(post.fileTitle)}"/>` +
  `<media:content url="/b.jpg" medium="image">${element('media:title', post.fileTitle)}${element('media:description', post.alt)}</media:content></${name}>`;
const SPACES =
  'xmlns:media="http://search.yahoo.com/mrss/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"';
const channel = (post: HardPost) =>
  `${element('title', post.title)}${element('link', post.link)}${element('description', post.summary)}` +
  `${element('language', post.language)}${element('managingEditor', post.author)}`;

/** Stands for a number too large for JavaScript, which reads it as Infinity. */
const HUGE = 'a huge number';
const toJson = (value: unknown) => JSON.stringify(value).replaceAll(JSON.stringify(HUGE), '1e999');

const jsonItem = (post: HardPost) => ({
  id: post.guid,
  url: post.link,
  external_url: post.link,
  title: post.title,
  summary: post.summary,
  content_text: post.text,
  image: post.link,
  banner_image: 'http://nb.example/c.jpg',
  date_published: post.date,
  authors: [
    { name: post.author, url: post.link },
    { name: '\u0001', url: 'http://nb.example/' },
  ],
  tags: [post.tag, `${post.tag}\u0001`, 'x'],
  language: post.language,
  attachments: [
    {
      url: post.link,
      mime_type: post.mediaType,
      title: post.fileTitle,
      _tct: { alt: post.alt, width: HUGE },
    },
    { url: '/d', mime_type: post.mediaType, size_in_bytes: 1.5 },
  ],
  _tct: {
    school: post.tag,
    precision: post.language,
    views: HUGE,
    document: { number: post.title, issued: post.date, signer: post.author },
  },
});

/** A feed of these posts in every format that `readFeed` reads. */
export const EVERY_FORMAT: Record<string, (posts: HardPost[]) => string> = {
  RSS: (posts) =>
    `<rss version="2.0" ${SPACES}><channel>${posts.slice(0, 1).map(channel).join('')}${posts.map((post) => rssItem(post)).join('')}</channel></rss>`,
  RDF: (posts) =>
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" ${SPACES}><channel>${posts.slice(0, 1).map(channel).join('')}</channel>${posts.map((post) => rssItem(post)).join('')}</rdf:RDF>`,
  Atom: (posts) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>${posts
      .map(
        (post) =>
          `<entry xml:lang="${escapeXml(post.language)}">${element('title', post.title, ' type="html"')}${element('id', post.guid)}${element('updated', post.date)}` +
          `<link href="${escapeXml(post.link)}"/><link rel="enclosure" href="${escapeXml(post.link)}" type="${escapeXml(post.mediaType)}" title="${escapeXml(post.fileTitle)}"/>` +
          `${element('summary', post.summary)}${element('content', post.text)}<category term="${escapeXml(post.tag)}"/>` +
          `<author>${element('name', post.author)}${element('uri', post.link)}</author></entry>`,
      )
      .join('')}</feed>`,
  'JSON Feed': (posts) =>
    toJson({
      version: 'https://jsonfeed.org/version/1.1',
      title: posts[0]?.title,
      description: posts[0]?.summary,
      home_page_url: posts[0]?.link,
      icon: posts[0]?.link,
      authors: posts.map(({ author }) => ({ name: author })),
      language: posts[0]?.language,
      items: posts.map(jsonItem),
      _tct: {
        schools: Object.fromEntries(posts.map((post) => [post.tag, { name: post.title, home: post.link }])),
      },
    }),
  WordPress: (posts) =>
    toJson(
      posts.map((post, id) => ({
        id,
        type: 'post',
        guid: { rendered: `g${post.guid}` },
        link: post.link,
        title: { rendered: post.title },
        excerpt: { rendered: post.summary },
        content: { rendered: post.text },
        date_gmt: post.date,
        lang: post.language,
        ...(id % 2 && {
          source_url: post.link,
          media_type: 'file',
          mime_type: post.mediaType,
          caption: { rendered: post.fileTitle },
          alt_text: post.alt,
          media_details: { filesize: HUGE },
        }),
        _embedded: {
          author: [{ name: post.author, url: post.link }],
          'wp:featuredmedia': [{ source_url: post.link, alt_text: post.alt }],
          'wp:term': [[{ name: post.tag }]],
        },
      })),
    ),
  Liferay: (posts) =>
    toJson({
      totalCount: posts.length,
      items: posts.map((post) => ({
        uuid: post.guid,
        title: post.title,
        description: post.summary,
        friendlyUrlPath: post.link,
        datePublished: post.date,
        creator: { name: post.author },
        keywords: [post.tag],
        numberOfViews: HUGE,
        contentFields: [
          { contentFieldValue: { data: post.text } },
          {
            contentFieldValue: {
              document: {
                contentUrl: post.link,
                encodingFormat: post.mediaType,
                title: post.fileTitle,
                description: post.alt,
              },
            },
          },
        ],
      })),
    }),
};
