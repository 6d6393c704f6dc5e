import { printedDate } from './dates.ts';
import { escapeXml } from './recording.ts';
import type { SitePost, SiteResponse } from './site.ts';
import { SynthesisedSite } from './synthesised.ts';
import { upload } from './uploads.ts';

const XML = { 'Content-Type': 'text/xml;charset=UTF-8' };
const JSON_TYPE = { 'Content-Type': 'application/json' };

const slug = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');

/** Liferay 6.2 and 7 (synthesised): feeds of asset publishers and the headless delivery API. */
export class Liferay extends SynthesisedSite {
  /** The portlet's instance id, part of every link and id. It changes when an editor moves the block. */
  instance = 'kR2bVn5Qx8Lm';
  /** `title` prints no summaries; `manual` is a block whose posts are selected by hand: it responds with 200 and 0 bytes. */
  display: 'full' | 'title' | 'manual' = 'full';

  protected answer(path: string, query: URLSearchParams): SiteResponse | undefined {
    const feed = /^\/web\/guest\/tin-tuc\/-\/asset_publisher\/(\w+)\/rss$/.exec(path);
    if (feed)
      return feed[1] === this.instance ? this.feed(query.get('type') ?? 'atom') : { status: 404, body: '' };
    if (/^\/o\/headless-delivery\/v1\.0\/sites\/20121\/structured-contents$/.test(path))
      return this.page(
        query,
        this.posts.map((post) => this.content(post)),
      );
    if (/^\/o\/headless-delivery\/v1\.0\/sites\/20121\/documents$/.test(path))
      return this.page(query, this.documents());
    if (path === '/' || path === '/web/guest/home') return this.home();
    if (path === '/web/guest/tin-tuc') return this.list(Number(query.get('_101_INSTANCE_kR2b_cur') ?? 1));
    if (path === '/web/guest/van-ban') return this.documentTable();
    if (path === '/web/guest/thu-vien-anh') return this.albums();
    return upload(path);
  }

  private link({ title }: SitePost): string {
    return this.url(
      `/web/guest/tin-tuc/-/asset_publisher/${this.instance}/content/${slug(title)}?redirect=%2Fweb%2Fguest%2Ftin-tuc`,
    );
  }

  private feed(type: string): SiteResponse {
    if (this.display === 'manual') return { headers: XML, body: '' };
    const entries = this.posts.map((post) => {
      const date = new Date(post.published).toISOString().replace('.000', '');
      const summary =
        this.display === 'full'
          ? `${post.image ? `<img src="${post.image}" alt=""/>` : ''}<p>${post.summary}</p>`
          : '';
      const link = escapeXml(this.link(post));
      return type === 'atom'
        ? `<entry><title>${escapeXml(post.title)}</title><link rel="alternate" href="${link}"/><author><name>Ban Biên tập</name></author><id>${link}</id><updated>${date}</updated><published>${date}</published><summary type="html">${escapeXml(summary)}</summary></entry>`
        : `<item><title>${escapeXml(post.title)}</title><link>${link}</link><guid>${link}</guid><pubDate>${new Date(post.published).toUTCString()}</pubDate><description>${escapeXml(summary)}</description></item>`;
    });
    // The feed's own date is the time of the request, so no two responses have the same bytes.
    const now = new Date(this.now).toISOString();
    const body =
      type === 'atom'
        ? `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>Tin tức</title><link rel="self" href="${this.url(`/web/guest/tin-tuc/-/asset_publisher/${this.instance}/rss`)}"/><subtitle>Tin tức</subtitle><id>${this.url('/web/guest/tin-tuc')}</id><updated>${now}</updated>${entries.join('')}</feed>`
        : `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>Tin tức</title><link>${this.url('/web/guest/tin-tuc')}</link><description>Tin tức</description><pubDate>${new Date(this.now).toUTCString()}</pubDate>${entries.join('')}</channel></rss>`;
    return { headers: XML, body };
  }

  private page(query: URLSearchParams, items: object[]): SiteResponse {
    const pageSize = Number(query.get('pageSize') ?? 20);
    const page = Number(query.get('page') ?? 1);
    const lastPage = Math.max(1, Math.ceil(items.length / pageSize));
    return {
      headers: JSON_TYPE,
      body: JSON.stringify({
        actions: {},
        facets: [],
        items: items.slice((page - 1) * pageSize, page * pageSize),
        lastPage,
        page,
        pageSize,
        totalCount: items.length,
      }),
    };
  }

  private content(post: SitePost): object {
    const date = new Date(post.published).toISOString().replace('.000', '');
    return {
      actions: {},
      contentFields: [
        {
          contentFieldValue: { data: `<p>${post.summary}</p>` },
          dataType: 'string',
          label: 'Nội dung',
          name: 'content',
          nestedContentFields: [],
          repeatable: false,
        },
        ...(post.image
          ? [
              {
                contentFieldValue: {
                  image: { contentType: 'Document', contentUrl: post.image, title: 'anh' },
                },
                dataType: 'image',
                label: 'Ảnh',
                name: 'image',
                nestedContentFields: [],
                repeatable: false,
              },
            ]
          : []),
      ],
      contentStructureId: 40374,
      creator: {
        additionalName: '',
        contentType: 'UserAccount',
        familyName: 'tập',
        givenName: 'Ban Biên',
        id: 20129,
        name: 'Ban Biên tập',
      },
      dateCreated: date,
      dateModified: date,
      datePublished: date,
      description: post.summary,
      friendlyUrlPath: slug(post.title),
      id: Number(post.id) || 900,
      key: post.id,
      keywords: ['tin-tuc'],
      siteId: 20121,
      taxonomyCategoryBriefs: [{ taxonomyCategoryId: 1, taxonomyCategoryName: 'Tin tức' }],
      title: post.title,
      uuid: `0c5e7d2a-0000-4000-8000-${post.id.padStart(12, '0')}`,
    };
  }

  private documents(): object[] {
    const date = '2025-01-15T00:30:00Z';
    return [
      {
        id: 501,
        title: 'Hướng dẫn số 07/HD-TCT ngày 15/01/2025 về việc viết tiểu luận',
        description: 'Loại văn bản: Hướng dẫn; số ký hiệu: 07/HD-TCT; ngày ban hành: 15/01/2025',
        contentUrl: '/documents/20121/0/HD07-viet-khoa-luan.pdf',
        encodingFormat: 'application/pdf',
        fileExtension: 'pdf',
        sizeInBytes: 174695,
        dateCreated: date,
        dateModified: date,
        siteId: 20121,
        creator: { name: 'Văn thư' },
        keywords: [],
        taxonomyCategoryBriefs: [],
        adaptedImages: [],
      },
      {
        id: 502,
        title: 'Ảnh hội giảng',
        description: 'Hội giảng cấp trường',
        contentUrl: '/documents/20121/0/hoi-giang.jpg',
        encodingFormat: 'image/jpeg',
        fileExtension: 'jpg',
        sizeInBytes: 221524,
        dateCreated: date,
        dateModified: date,
        siteId: 20121,
        creator: { name: 'Văn thư' },
        keywords: [],
        taxonomyCategoryBriefs: [],
        adaptedImages: [
          {
            contentUrl: '/documents/20121/0/hoi-giang-300x200.jpg',
            height: 200,
            width: 300,
            resolutionName: 'Preview',
            sizeInBytes: 12000,
          },
        ],
      },
    ];
  }

  /** A page of the portal with the given portlets. */
  private portal(title: string, body: string): SiteResponse {
    return {
      headers: {
        'Content-Type': 'text/html;charset=UTF-8',
        'Liferay-Portal': 'Liferay Community Edition Portal 7.4',
      },
      body: `<!DOCTYPE html><html class="ltr" dir="ltr" lang="en-US"><head><title>${title} - Trường Chính trị</title></head><body class="controls-visible yui3-skin-sam"><header id="banner"><a href="/web/guest"><img src="/image/layout_set_logo?img_id=10" alt="logo" width="20"></a></header><script>var Liferay = { title: '<h3 class="asset-title"><a href="/no">no</a></h3>' };</script>${body}<footer>Bản quyền © 2026, cập nhật 01/01/2020</footer></body></html>`,
    };
  }

  /** An asset publisher with abstracts, five posts a page, each date printed in another shape. */
  private list(page: number): SiteResponse {
    const size = 5;
    const shown = this.posts.slice((page - 1) * size, page * size);
    const abstracts = shown.map((post, index) => {
      const link = escapeXml(this.link(post));
      const picture = post.image
        ? `<div class="asset-small-image"><a href="${link}"><img alt="" class="asset-small-image img-thumbnail" data-src="${post.image}" src="/o/theme/images/spacer.gif"></a></div>`
        : '';
      return `<div class="asset-abstract ${index ? '' : 'default-asset-publisher'}"><h3 class="asset-title"><a href="${link}"><img class="icon" src="/o/theme/images/journal.png" width="16" alt=""> ${escapeXml(post.title)} </a></h3><div class="asset-content">${picture}<div class="asset-summary">${escapeXml(post.summary)}</div><div class="asset-more"><a href="${link}">Đọc thêm <span class="hide-accessible sr-only">${escapeXml(post.title)}</span> »</a></div></div><div class="asset-metadata"><span class="metadata-entry metadata-publish-date"> ${printedDate(post.published, index + (page - 1) * size)} </span></div></div>`;
    });
    const more = page * size < this.posts.length;
    const next = this.url(
      `/web/guest/tin-tuc?p_p_id=101_INSTANCE_kR2b&amp;_101_INSTANCE_kR2b_cur=${page + 1}`,
    );
    return this.portal(
      'Tin tức',
      `<section id="content"><h2 class="portlet-title-text">Tin tức</h2>${abstracts.join('')}<ul class="pager lfr-pagination-buttons"><li class="${more ? '' : 'disabled'}"><a href="${more ? next : 'javascript:;'}">Tiếp →</a></li></ul></section>`,
    );
  }

  /** Web content with a table pasted from Word: a bold row for a header, spanning cells, unclosed paragraphs. */
  private documentTable(): SiteResponse {
    const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td><p>${cell}`).join('')}`;
    const file = (name: string, words: string) =>
      `<a href="/documents/20121/0/${name}/0c5e7d2a?version=1.0&amp;download=true" title="${name}">${words}</a>`;
    return this.portal(
      'Văn bản',
      `<section id="content"><div class="journal-content-article"><h1>Văn bản Nhà trường</h1><table border="1" cellspacing="0"><tr><td colspan="6"><b>DANH MỤC VĂN BẢN</b></td></tr>
<tr><td rowspan="2"><b>TT</b></td><td colspan="2"><b>Văn bản</b></td><td rowspan="2"><b>Về việc</b></td><td rowspan="2"><b>CQ ban hành</b></td><td rowspan="2"><b>Tải về</b></td></tr>
<tr><td><b>Số, kí hiệu</b></td><td><b>Ngày, tháng</b></td></tr>
<tr><td colspan="6"><b>I. Năm 2025</b></td></tr>
${row('1', '07/HD-TCT', '15/01/2025', 'Viết tiểu luận, khóa luận tốt nghiệp', 'Trường Chính trị', file('HD07-viet-khoa-luan.pdf', 'Tải về'))}
<tr><td colspan="6"><b>II. Năm 2024</b></td></tr>
<tr><td rowspan="2">2</td><td rowspan="2">123/QÐ-TCT</td><td rowspan="2">05/3/2024</td><td rowspan="2">Ban hành Quy chế quản lý đào tạo</td><td rowspan="2">Trường Chính trị</td><td>${file('Quyet-dinh.pdf', 'Quyết định')}</td></tr>
<tr><td>${file('QD-123-QD-TCT.docx', 'Phụ lục')}</td></tr>
</table></div></section>`,
    );
  }

  /** A list of albums, each with a cover. */
  private albums(): SiteResponse {
    const covers = ['Hội giảng cấp trường', 'Trao cờ thi đua', 'Tọa đàm 20-11'].map(
      (title, index) =>
        `<li class="album"><a href="/web/guest/thu-vien-anh/-/album/${index + 1}"><img src="/documents/20121/0/${['hoi-giang', 'co-thi-dua', 'toa-dam-20-11'][index]}-300x200.${index === 1 ? 'png' : 'jpg'}" alt="${title}"><span class="ten-album">${title}</span></a></li>`,
    );
    return this.portal('Thư viện ảnh', `<section id="content"><ul>${covers.join('')}</ul></section>`);
  }

  private home(): SiteResponse {
    return {
      headers: {
        'Content-Type': 'text/html;charset=UTF-8',
        'Liferay-Portal': 'Liferay Community Edition Portal 7.4',
      },
      body: `<!DOCTYPE html><html class="ltr" dir="ltr" lang="vi-VN"><head><title>Trang chủ - Trường Chính trị</title><link href="/o/classic-theme/images/favicon.ico" rel="icon" /></head><body class="controls-visible yui3-skin-sam"><div class="portlet-boundary portlet-boundary_com_liferay_asset_publisher_web_portlet_AssetPublisherPortlet_" id="p_p_id_com_liferay_asset_publisher_web_portlet_AssetPublisherPortlet_INSTANCE_${this.instance}_"><ul>${this.posts.map((post) => `<li class="asset-abstract"><h3 class="asset-title"><a href="${escapeXml(this.link(post))}">${escapeXml(post.title)}</a></h3><span class="metadata-publish-date">${vietnam(post.published)}</span><div class="asset-summary">${escapeXml(post.summary)}</div></li>`).join('')}</ul><a href="/web/guest/tin-tuc/-/asset_publisher/${this.instance}/rss">RSS</a></div></body></html>`,
    };
  }
}

/** A time as `dd/mm/yyyy hh:mm` in Vietnam. */
export function vietnam(time: number): string {
  const [date, clock] = new Date(time + 7 * 3_600_000).toISOString().split('T');
  return `${date!.split('-').reverse().join('/')} ${clock!.slice(0, 5)}`;
}
