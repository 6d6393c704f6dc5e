/** The picture of a post among the images that a source names, as CMSs, lazy loaders and trackers write them. */
import { expect } from 'chai';
import { feedOf, rssItem } from './read.ts';

const A = 'http://a.vn';

/** The picture of a post with this HTML as its description. */
async function pictureOf(html: string): Promise<string | undefined> {
  const { image } = await rssItem(`<title>t</title><description><![CDATA[${html}]]></description>`);
  return image;
}

/** The picture of a post with these elements. */
async function pictureIn(inner: string): Promise<string | undefined> {
  const { image } = await rssItem(`<title>t</title>${inner}`, 'xmlns:media="http://search.yahoo.com/mrss/"');
  return image;
}

type Row = [name: string, given: string, picture: string | undefined];

function rows(read: (given: string) => Promise<string | undefined>, table: Row[]): void {
  for (const [name, given, picture] of table)
    it(name, async () => expect(await read(given)).to.equal(picture));
}

describe('pictures of lazy loaders', () => {
  const GIF = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
  rows(pictureOf, [
    ['an unknown attribute', `<img src="${GIF}" data-url="${A}/le.jpg" alt="Lễ">`, `${A}/le.jpg`],
    ['an attribute without data-', `<img src="${GIF}" lazy-src="${A}/le.jpg">`, `${A}/le.jpg`],
    ['a handler’s URL', `<img src="${GIF}" data-img="${A}/image?id=3">`, `${A}/image?id=3`],
    [
      'a page is no picture',
      `<img src="${GIF}" data-permalink="${A}/le.jpg/" data-url="${A}/tin/1">`,
      undefined,
    ],
    [
      'widths in names',
      `<img src="${GIF}" data-380src="${A}/s.jpg" data-2000src="${A}/l.jpg">`,
      `${A}/l.jpg`,
    ],
    [
      'a3 Lazy Load',
      `<img class="lazy lazy-hidden" src="//a.vn/wp-content/plugins/a3-lazy-load/assets/images/lazy_placeholder.gif" data-lazy-type="image" data-src="${A}/le.jpg"><noscript><img src="${A}/le.jpg"></noscript>`,
      `${A}/le.jpg`,
    ],
    [
      'Smush',
      `<img data-src="${A}/le.jpg" data-srcset="${A}/le-300x200.jpg 300w, ${A}/le-1024x683.jpg 1024w" src="${GIF}" class="lazyload"><noscript><img src="${A}/le.jpg"></noscript>`,
      `${A}/le.jpg`,
    ],
    [
      'WP Rocket',
      `<img width="300" height="200" src="data:image/svg+xml,%3Csvg%3E" data-lazy-srcset="${A}/le-300x200.jpg 300w, ${A}/le-1024x683.jpg 1024w" data-lazy-src="${A}/le-300x200.jpg">`,
      `${A}/le-1024x683.jpg`,
    ],
    [
      'Jetpack',
      `<img src="${A}/modules/lazy-images/images/1x1.trans.gif" data-lazy-src="https://i0.wp.com/a.vn/le.jpg?resize=640%2C427" data-orig-file="${A}/le.jpg" data-image-meta="{&quot;a&quot;:1}" data-permalink="${A}/le/">`,
      `${A}/le.jpg`,
    ],
    [
      'Autoptimize, its noscript in front',
      `<noscript><img src="${A}/le.jpg"></noscript><img class="lazyload" src="data:image/svg+xml,%20" data-src="${A}/le.jpg">`,
      `${A}/le.jpg`,
    ],
    [
      'EWWW',
      `<img src="${A}/wp-content/ewww/lazy/placeholder-1024x683.png" data-src-img="${A}/le.jpg" class="lazyload">`,
      `${A}/le.jpg`,
    ],
    ['the browser’s own', `<img loading="lazy" decoding="async" src="${A}/le.jpg">`, `${A}/le.jpg`],
    [
      'NukeViet',
      `<img src="${A}/assets/images/pix.svg" data-image="${A}/uploads/news/le.jpg">`,
      `${A}/uploads/news/le.jpg`,
    ],
    [
      'Joomla',
      `<img src="${A}/media/plg_lazyload/blank.gif" data-echo="${A}/images/le.jpg">`,
      `${A}/images/le.jpg`,
    ],
    [
      'DotNetNuke',
      `<img src="/images/1x1.GIF" class="b-lazy" data-original-url="${A}/Portals/0/le.jpg">`,
      `${A}/Portals/0/le.jpg`,
    ],
    [
      'an unknown placeholder of a lazy class',
      `<img class="lazy" src="/nen.png" data-echo="${A}/le.jpg">`,
      `${A}/le.jpg`,
    ],
    ['a picture for the pointer above it', `<img src="${A}/le.jpg" data-hover="${A}/b.jpg">`, `${A}/le.jpg`],
    ['an attribute for another picture', `<img src="${A}/le.jpg" data-next="${A}/b.jpg">`, `${A}/le.jpg`],
    [
      'a larger copy beside a shown one',
      `<img src="${A}/le-300x200.jpg" data-large-file="${A}/le-1024x683.jpg">`,
      `${A}/le-1024x683.jpg`,
    ],
    [
      'sets for one format',
      `<img src="${GIF}" data-srcset-webp="${A}/image/s.webp 300w, ${A}/image/l.webp 900w">`,
      `${A}/image/l.webp`,
    ],
    ['names in captions', `<img src="${GIF}" data-image-title="IMG_1.jpg" data-caption="a.jpg">`, undefined],
  ]);
});

describe('pictures in noscript', () => {
  rows(pictureOf, [
    [
      'behind a placeholder',
      `<img class="lazy" src="/themes/truong/images/loading.gif"><noscript><img src="${A}/le.jpg"></noscript>`,
      `${A}/le.jpg`,
    ],
    [
      'behind an unknown placeholder',
      `<img src="/nen.png"> <noscript><img src="${A}/le.jpg"></noscript>`,
      `${A}/le.jpg`,
    ],
    [
      'behind the link',
      `<a href="/x"><img src="/nen.png"></a><noscript><img src="${A}/le.jpg"></noscript>`,
      `${A}/le.jpg`,
    ],
    ['not behind text', `<img src="${A}/1.jpg">chữ<noscript><img src="${A}/2.jpg"></noscript>`, `${A}/1.jpg`],
    [
      'a beacon behind a picture',
      `<img src="${A}/le.jpg"><noscript><img src="https://www.facebook.com/tr?id=1&amp;ev=PageView&amp;noscript=1"></noscript>`,
      `${A}/le.jpg`,
    ],
    [
      'a <picture> in it',
      `<picture><img src="/nen.png"></picture><noscript><picture><source srcset="${A}/le.webp"><img src="data:,"></picture></noscript>`,
      `${A}/le.webp`,
    ],
  ]);
});

describe('srcset', () => {
  const set = (value: string) => pictureOf(`<img srcset="${value}">`);
  rows(set, [
    [
      'commas in URLs',
      `${A}/c_fill,w_300/le.jpg 300w, ${A}/c_fill,w_900/le.jpg 900w`,
      `${A}/c_fill,w_900/le.jpg`,
    ],
    ['no space behind the comma', `${A}/s.jpg 300w,${A}/l.jpg 900w`, `${A}/l.jpg`],
    ['the widest in the middle', `${A}/s.jpg 300w, ${A}/l.jpg 900w, ${A}/m.jpg 600w`, `${A}/l.jpg`],
    ['densities', `${A}/1.jpg, ${A}/3.jpg 3x, ${A}/2.jpg 1.5x`, `${A}/3.jpg`],
    ['a URL alone', `  ${A}/1.jpg  `, `${A}/1.jpg`],
    ['a URL that ends in commas', `${A}/1.jpg,, ${A}/2.jpg 1x`, `${A}/1.jpg`],
    ['commas in parentheses', `${A}/1.jpg calc(1, 2), ${A}/2.jpg 2x`, `${A}/2.jpg`],
    ['unknown descriptors', `${A}/1.jpg 300, ${A}/2.jpg 2x`, `${A}/2.jpg`],
    ['lines', `\n ${A}/s.jpg 300w,\n\t${A}/l.jpg 900w\n`, `${A}/l.jpg`],
    ['nothing', ' , ', undefined],
  ]);

  rows(pictureOf, [
    [
      'wider than what is shown',
      `<img src="${A}/s.jpg" width="300" srcset="${A}/s.jpg 300w, ${A}/l.jpg 900w">`,
      `${A}/l.jpg`,
    ],
    [
      'narrower than the original',
      `<img src="${A}/le.jpg" srcset="${A}/le-300x200.jpg 300w, ${A}/le-768x512.jpg 768w">`,
      `${A}/le.jpg`,
    ],
  ]);
});

describe('<picture>', () => {
  rows(pictureOf, [
    [
      'sources before a placeholder',
      `<picture><source type="image/webp" srcset="${A}/le.webp"><img src="data:image/gif;base64,R0=" alt=""></picture>`,
      `${A}/le.webp`,
    ],
    [
      'wider sources',
      `<picture><source srcset="${A}/le-300.webp 300w, ${A}/le-900.webp 900w"><img src="${A}/le.jpg" width="300"></picture>`,
      `${A}/le-900.webp`,
    ],
    [
      'a crop for phones',
      `<picture><source media="(max-width: 600px)" srcset="${A}/dung.jpg 600w"><img src="${A}/ngang.jpg"></picture>`,
      `${A}/ngang.jpg`,
    ],
    [
      'an icon’s sources',
      `<picture><source srcset="${A}/i.webp"><img src="${A}/i.png" width="16"></picture><img src="${A}/le.jpg">`,
      `${A}/le.jpg`,
    ],
    [
      'never closed',
      `<picture><source srcset="${A}/1.webp"><img src="data:,"><p><img src="${A}/2.jpg">`,
      `${A}/1.webp`,
    ],
    [
      'Liferay’s adaptive media',
      `<picture data-fileentryid="4"><source media="(max-width:300px)" srcset="${A}/o/adaptive-media/image/4/Thumbnail-300x300/le.jpg?t=1"><source media="(max-width:1000px) and (min-width:300px)" srcset="${A}/o/adaptive-media/image/4/Preview-1000x0/le.jpg?t=1"><img data-fileentryid="4" src="${A}/documents/1/0/le.jpg/0c5e?t=1"></picture>`,
      `${A}/documents/1/0/le.jpg/0c5e?t=1`,
    ],
    [
      'Liferay’s, with nothing shown',
      `<picture><source media="(max-width:300px)" srcset="${A}/o/adaptive-media/image/4/Thumbnail-300x300/le.jpg"><source media="(max-width:1000px)" srcset="${A}/o/adaptive-media/image/4/Preview-1000x0/le.jpg"><img data-fileentryid="4"></picture>`,
      `${A}/o/adaptive-media/image/4/Preview-1000x0/le.jpg`,
    ],
  ]);
});

describe('declared sizes of images', () => {
  const sized = (attributes: string) =>
    pictureOf(`<img src="${A}/1.jpg" ${attributes}><img src="${A}/2.jpg">`);
  const FIRST = `${A}/1.jpg`;
  const SECOND = `${A}/2.jpg`;
  for (const [attributes, picture] of [
    ['style="width:16cm;height:10.5cm"', FIRST],
    ['style="width:0.5cm"', SECOND],
    ['style="width:160mm"', FIRST],
    ['style="width:640Q"', FIRST],
    ['style="width: 12pt; height: 12pt"', SECOND],
    ['style="width:25pt"', FIRST],
    ['style="width:3pc"', FIRST],
    ['style="width:2pc"', SECOND],
    ['style="width:5in"', FIRST],
    ['style="width:.2in"', SECOND],
    ['style="height:1em;max-height:1em"', SECOND],
    ['style="width:20rem"', FIRST],
    ['style="width:30%"', FIRST],
    ['style="width:20vw"', FIRST],
    ['style="width:auto;height:auto"', FIRST],
    ['style="width:0"', SECOND],
    ['style="max-width:20px;line-height:1"', FIRST],
    ['style="border-width:1px"', FIRST],
    ['width="16cm"', FIRST],
    ['width="20px" height="20px"', SECOND],
    ['width="1" height="1"', SECOND],
    ['width="100%" height="100%"', FIRST],
  ] as const)
    it(attributes, async () => expect(await sized(attributes)).to.equal(picture));
});

describe('images that are not pictures', () => {
  for (const src of [
    'https://thongke.example/matomo.php?idsite=1&amp;rec=1',
    'https://a.vn/piwik/piwik.php?idsite=2',
    'https://truong.matomo.cloud/x?idsite=1',
    'https://www.google-analytics.com/collect?v=1',
    'https://stats.g.doubleclick.net/r/collect?v=1',
    'https://googleads.g.doubleclick.net/pagead/viewthroughconversion/1/',
    'https://www.googletagmanager.com/a?id=1',
    'https://www.facebook.com/tr?id=1&amp;ev=PageView',
    'https://pixel.wp.com/b.gif?host=a.vn',
    'https://pixel.wp.com/g.gif?v=ext',
    'http://stats.wordpress.com/b.gif?host=a.vn',
    'http://feeds.feedburner.com/~r/truong/~4/abc',
    'https://c.statcounter.com/1/0/abc/1/',
    'https://counter.yadro.ru/hit?t1',
    'https://a.vn/track.gif?id=1',
    'https://0.gravatar.com/avatar/abc?s=96',
    'https://a.vn/wp-content/uploads/avatars/1/x.jpg',
    'https://a.vn/images/no-image.jpg',
    'https://a.vn/themes/default/images/no_image.gif',
    'https://a.vn/images/ajax-loader.gif',
    'https://a.vn/img/placeholder.png',
    'https://a.vn/img/anh-placeholder-300x200.png',
    'https://a.vn/images/spacer.gif',
    'https://a.vn/_layouts/images/blank.gif',
    'https://a.vn/images/icon_pdf.gif',
    'https://a.vn/images/icons/new.png',
    'https://a.vn/images/new.gif',
    'https://a.vn/media/system/images/pdf_button-icon.png',
    'https://cdn.jsdelivr.net/gh/twitter/twemoji@14/assets/72x72/1f600.png',
  ])
    it(src, async () =>
      expect(await pictureOf(`<img src="${src}"><img src="${A}/le.jpg">`)).to.equal(`${A}/le.jpg`),
    );

  for (const attributes of [
    'class="avatar avatar-96 photo"',
    'class="avatar"',
    'class="author-avatar"',
    'class="emoji"',
    'class="wp-smiley"',
    'class="icon"',
  ])
    it(attributes, async () =>
      expect(await pictureOf(`<img src="${A}/x.jpg" ${attributes}><img src="${A}/le.jpg">`)).to.equal(
        `${A}/le.jpg`,
      ),
    );

  for (const src of [
    '/uploads/emoji-la-gi.jpg',
    '/uploads/avatar-nha-truong.jpg',
    '/uploads/thong-ke.jpg',
    '/uploads/loading-hang.jpg',
    '/uploads/blank-page-event.jpg',
    '/uploads/tracking.jpg',
    '/uploads/new-campus.png',
    '/uploads/silicon-valley.png',
    '/uploads/country-counter-event.jpg',
    '/thumb.php?src=/uploads/le.jpg&amp;w=600',
    '/uploads/clear.jpg',
    '/uploads/grey.jpg',
    '/uploads/blank-large.jpg',
    '/uploads/dot.webp',
    '/uploads/place-holder-hoi-nghi.jpg',
    '/uploads/spinner-cua-lop.png',
  ])
    it(`but ${src} is`, async () =>
      expect(await pictureOf(`<img src="${A}${src}">`)).to.equal(`${A}${src.replaceAll('&amp;', '&')}`));
});

describe('hosts whose names are words of statistics', () => {
  for (const host of ['stats.edu.vn', 'px.vn', 'counter.edu.vn', 'track.vn', 'metrics.a.vn', 'pixel.vn'])
    it(host, async () =>
      expect(await pictureOf(`<img src="https://${host}/le.jpg">`)).to.equal(`https://${host}/le.jpg`),
    );
  for (const src of [
    'https://counter.a.vn/hit?t1',
    'https://px.a.vn/collect?id=1',
    'https://track.a.vn/pixel',
  ])
    it(`${src} is a beacon`, async () => expect(await pictureOf(`<img src="${src}">`)).to.equal(undefined));
});

describe('thumbnails', () => {
  const CROP = `${A}/le-150x150.jpg`;
  const crop = `<img src="${CROP}" width="150" height="150">`;
  rows(pictureOf, [
    ['alone', crop, CROP],
    [
      'before a larger copy',
      `${crop}<p>x</p><img src="${A}/khac.jpg"><img src="${A}/le-1024x683.jpg">`,
      `${A}/le-1024x683.jpg`,
    ],
    ['before another picture', `${crop}<img src="${A}/khac.jpg">`, CROP],
    ['in a link to the picture', `<a href="${A}/le.jpg">${crop}</a>`, `${A}/le.jpg`],
    ['in a link to another picture', `<a href="${A}/khac.jpg">${crop}</a>`, CROP],
    ['in a link to a page', `<a href="${A}/le/">${crop}</a>`, CROP],
    [
      'in its own srcset',
      `<img src="${CROP}" srcset="${CROP} 150w, ${A}/le-300x300.jpg 300w">`,
      `${A}/le-300x300.jpg`,
    ],
    [
      'a copy of medium size keeps its place',
      `<a href="${A}/le.jpg"><img src="${A}/le-300x200.jpg"></a>`,
      `${A}/le-300x200.jpg`,
    ],
  ]);
  const described = (html: string) => `<description><![CDATA[${html}]]></description>`;
  rows(pictureIn, [
    [
      'of Media RSS, larger in the text',
      `<media:thumbnail url="${CROP}" width="150" height="150"/>${described(`<img src="${A}/khac.jpg"><img src="${A}/le-1024x683.jpg">`)}`,
      `${A}/le-1024x683.jpg`,
    ],
    [
      'of Media RSS, none larger',
      `<media:thumbnail url="${CROP}"/>${described(`<img src="${A}/khac.jpg">`)}`,
      CROP,
    ],
    [
      'of Media RSS, another picture of the name in the text',
      `<media:thumbnail url="${A}/2024/05/image-150x150.jpg"/>${described(`<img src="${A}/logo/image.jpg">`)}`,
      `${A}/2024/05/image-150x150.jpg`,
    ],
    [
      'as an enclosure, larger in the text',
      `<enclosure url="${CROP}" type="image/jpeg" length="1"/>${described(`<img src="${A}/le.jpg">`)}`,
      `${A}/le.jpg`,
    ],
    [
      'of Blogger',
      `<media:thumbnail url="${A}/img/s72-c/DSC1.jpg" height="72" width="72"/>${described(`<img src="${A}/img/s320/DSC1.jpg">`)}`,
      `${A}/img/s320/DSC1.jpg`,
    ],
    [
      'beside the file',
      `<media:thumbnail url="${A}/le.jpg"/><enclosure url="${CROP}" type="image/jpeg"/>`,
      `${A}/le.jpg`,
    ],
    [
      'of several widths',
      `<media:thumbnail url="${A}/t66.jpg" width="66"/><media:thumbnail url="${A}/t144.jpg" width="144"/>`,
      `${A}/t144.jpg`,
    ],
  ]);
});

describe('files that are pictures', () => {
  const types = async (inner: string) => {
    const { image, attachments } = await rssItem(
      `<title>t</title>${inner}`,
      'xmlns:media="http://search.yahoo.com/mrss/"',
    );
    return [image, attachments?.map(({ url, mime_type }) => `${url} ${mime_type}`)];
  };
  for (const [name, inner, image, files] of [
    [
      'a size without a type',
      `<media:content url="${A}/anh?id=3" width="600" height="400"/>`,
      `${A}/anh?id=3`,
      [`${A}/anh?id=3 image/jpeg`],
    ],
    [
      'an enclosure with a size',
      `<enclosure url="${A}/anh?id=3" width="600" type=""/>`,
      `${A}/anh?id=3`,
      [`${A}/anh?id=3 image/jpeg`],
    ],
    [
      'a length too',
      `<enclosure url="${A}/tep?id=3" width="600" length="5"/>`,
      undefined,
      [`${A}/tep?id=3 application/octet-stream`],
    ],
    [
      'a duration too',
      `<media:content url="${A}/phim?id=3" width="600" duration="5"/>`,
      undefined,
      [`${A}/phim?id=3 application/octet-stream`],
    ],
    [
      'a film’s player',
      `<media:content url="https://www.youtube.com/embed/x" width="600"/>`,
      undefined,
      ['https://www.youtube.com/embed/x application/octet-stream'],
    ],
    [
      'a film by its name',
      `<media:content url="${A}/1.mp4" width="600" height="400"/>`,
      undefined,
      [`${A}/1.mp4 video/mp4`],
    ],
    [
      'another medium',
      `<media:content url="${A}/x?id=1" medium="video" width="600"/>`,
      undefined,
      [`${A}/x?id=1 application/octet-stream`],
    ],
    [
      'a type without subtype',
      `<enclosure url="${A}/x?id=1" type="image" length="9"/>`,
      `${A}/x?id=1`,
      [`${A}/x?id=1 image/jpeg`],
    ],
    [
      'a type that is an extension',
      `<enclosure url="${A}/1.png" type="png" length="9"/>`,
      `${A}/1.png`,
      [`${A}/1.png image/png`],
    ],
    [
      'bytes of a medium',
      `<media:content url="${A}/x?id=1" type="application/octet-stream" medium="image"/>`,
      `${A}/x?id=1`,
      [`${A}/x?id=1 image/jpeg`],
    ],
    [
      'WordPress.com’s, behind the author’s avatar',
      `<media:content url="https://1.gravatar.com/avatar/abc?s=96" medium="image"><media:title>An</media:title></media:content><media:content url="${A}/le.jpg" medium="image"/>`,
      `${A}/le.jpg`,
      [`${A}/le.jpg image/jpeg`],
    ],
    ...['clear.gif', 'no-image.jpg', 'matomo/1.jpg', 'icons/new.gif', '~r/anh.jpg'].map(
      (name) =>
        [
          `of any name: ${name}`,
          `<enclosure url="${A}/${name}" type="image/jpeg"/>`,
          `${A}/${name}`,
          [`${A}/${name} image/jpeg`],
        ] as const,
    ),
    [
      'on any host',
      '<media:content url="https://stats.edu.vn/le.jpg" medium="image"/>',
      'https://stats.edu.vn/le.jpg',
      ['https://stats.edu.vn/le.jpg image/jpeg'],
    ],
    ['a pixel', `<enclosure url="${A}/x?id=1" type="image/gif" width="1" height="1"/>`, undefined, undefined],
    [
      'copies of one picture',
      `<media:content url="${A}/le.jpg?width=140" width="140" medium="image"/><media:content url="${A}/le.jpg?width=460" width="460" medium="image"/>`,
      `${A}/le.jpg?width=460`,
      [`${A}/le.jpg?width=460 image/jpeg`],
    ],
    [
      'photos of one name and width in several folders',
      `<enclosure url="${A}/uploads/2024/05/anh-1024x768.jpg" type="image/jpeg"/><enclosure url="${A}/uploads/2024/06/anh-1024x768.jpg" type="image/jpeg"/>`,
      `${A}/uploads/2024/05/anh-1024x768.jpg`,
      [
        `${A}/uploads/2024/05/anh-1024x768.jpg image/jpeg`,
        `${A}/uploads/2024/06/anh-1024x768.jpg image/jpeg`,
      ],
    ],
    [
      'of several widths',
      `<enclosure url="${A}/a/1-800x600.jpg" type="image/jpeg"/><enclosure url="${A}/b/1-1024x768.jpg" type="image/jpeg"/>`,
      `${A}/a/1-800x600.jpg`,
      [`${A}/a/1-800x600.jpg image/jpeg`, `${A}/b/1-1024x768.jpg image/jpeg`],
    ],
    [
      'through one resizer',
      `<enclosure url="${A}/resize/800x600/a/1.jpg" type="image/jpeg"/><enclosure url="${A}/resize/400x300/b/1.jpg" type="image/jpeg"/>`,
      `${A}/resize/800x600/a/1.jpg`,
      [`${A}/resize/800x600/a/1.jpg image/jpeg`, `${A}/resize/400x300/b/1.jpg image/jpeg`],
    ],
    [
      'on several hosts',
      `<enclosure url="${A}/1-800x600.jpg" type="image/jpeg"/><enclosure url="http://b.vn/1-400x300.jpg" type="image/jpeg"/>`,
      `${A}/1-800x600.jpg`,
      [`${A}/1-800x600.jpg image/jpeg`, 'http://b.vn/1-400x300.jpg image/jpeg'],
    ],
    [
      'of one name, width and folder, in several formats',
      `<enclosure url="${A}/1-800x600.jpg" type="image/jpeg"/><enclosure url="${A}/1-800x600.png" type="image/png"/>`,
      `${A}/1-800x600.jpg`,
      [`${A}/1-800x600.jpg image/jpeg`, `${A}/1-800x600.png image/png`],
    ],
    [
      'copies by a resizer',
      `<enclosure url="${A}/resize/400x300/a/1.jpg" type="image/jpeg"/><enclosure url="${A}/resize/800x600/a/1.jpg" type="image/jpeg"/>`,
      `${A}/resize/800x600/a/1.jpg`,
      [`${A}/resize/800x600/a/1.jpg image/jpeg`],
    ],
    [
      'a copy by Jetpack',
      `<enclosure url="https://i0.wp.com/a.vn/u/1.jpg?resize=300%2C200&amp;ssl=1" type="image/jpeg"/><enclosure url="${A}/u/1.jpg" type="image/jpeg"/>`,
      `${A}/u/1.jpg`,
      [`${A}/u/1.jpg image/jpeg`],
    ],
    [
      'several pictures',
      `<enclosure url="${A}/1.jpg" type="image/jpeg" width="300"/><enclosure url="${A}/2.jpg" type="image/jpeg" width="900"/>`,
      `${A}/1.jpg`,
      [`${A}/1.jpg image/jpeg`, `${A}/2.jpg image/jpeg`],
    ],
  ] as const)
    it(name, async () => expect(await types(inner)).to.deep.equal([image, files]));
});

describe('pictures of WordPress’s REST API', () => {
  const post = async (fields: object) => {
    const { items } = await feedOf(
      JSON.stringify([
        {
          id: 1,
          type: 'post',
          link: `${A}/1/`,
          title: { rendered: 't' },
          content: { rendered: `<img src="${A}/van.jpg">` },
          ...fields,
        },
      ]),
    );
    return items[0]!.image;
  };
  const sizes = {
    thumbnail: { width: 150, source_url: `${A}/le-150x150.jpg` },
    large: { width: 1024, source_url: `${A}/le-1024x683.jpg` },
  };
  for (const [name, fields, picture] of [
    [
      'the file',
      {
        _embedded: {
          'wp:featuredmedia': [{ source_url: `${A}/le.jpg`, media_details: { width: 2000, sizes } }],
        },
      },
      `${A}/le.jpg`,
    ],
    [
      'a crop for the file',
      {
        _embedded: { 'wp:featuredmedia': [{ source_url: `${A}/le-150x150.jpg`, media_details: { sizes } }] },
      },
      `${A}/le-1024x683.jpg`,
    ],
    [
      'sizes alone',
      { _embedded: { 'wp:featuredmedia': [{ media_details: { sizes } }] } },
      `${A}/le-1024x683.jpg`,
    ],
    [
      'an error for the file',
      { _embedded: { 'wp:featuredmedia': [{ code: 'rest_forbidden', message: 'x' }] } },
      `${A}/van.jpg`,
    ],
    ['Jetpack', { jetpack_featured_media_url: `${A}/le.jpg` }, `${A}/le.jpg`],
    ['Jetpack, without one', { jetpack_featured_media_url: '', featured_media: 0 }, `${A}/van.jpg`],
    [
      'Better REST API Featured Images',
      { better_featured_image: { source_url: `${A}/le.jpg`, media_details: { sizes } } },
      `${A}/le.jpg`,
    ],
    [
      'Spectra',
      {
        uagb_featured_image_src: {
          full: [`${A}/le.jpg`, 2000, 1333, false],
          thumbnail: [`${A}/le-150x150.jpg`, 150, 150, true],
        },
      },
      `${A}/le.jpg`,
    ],
    ['Spectra, without one', { uagb_featured_image_src: { full: false, thumbnail: false } }, `${A}/van.jpg`],
  ] as const)
    it(name, async () => expect(await post(fields)).to.equal(picture));
});

describe('pictures of JSON Feed', () => {
  const picture = async (fields: object) => {
    const { items } = await feedOf(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'T',
        items: [{ id: '1', title: 't', ...fields }],
      }),
    );
    return items[0]!.image;
  };
  it('is not an avatar', async () =>
    expect(
      await picture({ image: 'https://www.gravatar.com/avatar/x', content_html: `<img src="${A}/le.jpg">` }),
    ).to.equal(`${A}/le.jpg`));
  it('is a larger copy in the text', async () =>
    expect(
      await picture({ image: `${A}/le-150x150.jpg`, content_html: `<img src="${A}/le-1024x683.jpg">` }),
    ).to.equal(`${A}/le-1024x683.jpg`));
  it('is a larger copy among the files', async () =>
    expect(
      await picture({
        image: `${A}/le-150x150.jpg`,
        attachments: [{ url: `${A}/le.jpg`, mime_type: 'image/jpeg' }],
      }),
    ).to.equal(`${A}/le.jpg`));
});

describe('emoji', () => {
  const text = async (html: string) =>
    (await rssItem(`<title>t</title><description><![CDATA[${html}]]></description>`)).content_text;
  for (const [html, wanted] of [
    [
      'Chúc mừng <img src="https://s.w.org/images/core/emoji/14.0.0/72x72/1f389.png" alt="🎉" class="wp-smiley" style="height: 1em; max-height: 1em;" />!',
      'Chúc mừng 🎉!',
    ],
    ['a<img alt=":-)" src="/wp-includes/images/smilies/icon_smile.gif">b', 'a:-)b'],
    ['a <img class="emoji" alt="👍"> b', 'a 👍 b'],
    ['<img alt="👉" src="https://static.xx.fbcdn.net/images/emoji.php/v9/t4c/1/16/1f449.png"> Xem', '👉 Xem'],
    [
      'a<img data-emoji="👍" class="an1" alt="👍" src="https://fonts.gstatic.com/s/e/notoemoji/16.0/1f44d/72.png">',
      'a👍',
    ],
    ['a<img alt="Lễ khai giảng" src="/emoji-la-gi.jpg">b', 'ab'],
    ['a<img class="emoji" src="/x.png">b', 'ab'],
    ['<div hidden><img class="emoji" alt="👍"></div>b', 'b'],
  ] as const)
    it(html, async () => expect(await text(html)).to.equal(wanted));
});
