import type { ListKind } from '../blocks.ts';
import type { CmsName, FormName } from '../choices.ts';
import { CMS_WORDS } from './cms.ts';
import type { Words } from './language.ts';

export interface FormWords {
  title: Words;
  /** One sentence on when to choose it. */
  when: Words;
  /** Where to put it, if that is the same in any CMS. */
  where?: Words;
}

export const FORM_WORDS: Record<FormName, FormWords> = {
  tag: {
    title: ['Thẻ script', 'Script tag'],
    when: [
      'Khi trình soạn thảo giữ nguyên mã HTML: nhẹ nhất, khối theo phông và màu của trang.',
      'When the editor leaves HTML as it is: the lightest, in the page’s own font and colours.',
    ],
  },
  div: {
    title: ['Thẻ div', 'Div'],
    when: [
      'Khi trình soạn thảo xóa thẻ lạ <tct-…> mà giữ <div>; thẻ script có thể đặt riêng trong mẫu giao diện.',
      'When the editor deletes unknown tags but keeps <div>; the script tag may stand in the theme.',
    ],
  },
  frame: {
    title: ['Khung iframe', 'Iframe'],
    when: [
      'Khi trình soạn thảo xóa script mà cho iframe, hoặc khi khối phải cách ly với trang.',
      'When the editor deletes scripts but allows iframes, or when the block must be kept apart from the page.',
    ],
  },
  rss: {
    title: ['Địa chỉ RSS', 'RSS address'],
    when: [
      'Khi CMS có sẵn khối đọc RSS: không cần script, CMS tự trình bày.',
      'When the CMS has an RSS block of its own: no script, and the CMS decides the look.',
    ],
    where: [
      'Ghi địa chỉ này vào khối hay chương trình đọc RSS.',
      'Write this address into an RSS block or reader.',
    ],
  },
  include: {
    title: ['Chèn từ máy chủ', 'Server include'],
    when: [
      'Khi máy chủ của trang chạy PHP, SSI hay ASP.NET: liên kết nằm sẵn trong trang, máy tìm kiếm cũng thấy.',
      'When the page’s server runs PHP, SSI or ASP.NET: the links are part of the page, for search engines too.',
    ],
    where: [
      'Dán vào tệp .php, .shtml hay .aspx của trang hoặc giao diện, không dán vào trình soạn thảo của CMS.',
      'Paste it into a .php, .shtml or .aspx file of the page or theme, not into the editor of a CMS.',
    ],
  },
  pinned: {
    title: ['Script ghim (SRI)', 'Pinned script (SRI)'],
    when: [
      'Khi quy định đòi trình duyệt chỉ chạy đúng tệp đã kiểm tra; trạm cập nhật script thì phải chép lại mã.',
      'When rules demand that browsers run only the file that was checked; copy the code again when the hub updates its scripts.',
    ],
  },
  npm: {
    title: ['Gói npm', 'npm package'],
    when: [
      'Khi trang được dựng bằng công cụ JavaScript như Vite, React hay Vue.',
      'When the page is built with JavaScript tools such as Vite, React or Vue.',
    ],
    where: [
      'Dòng import ở mã chạy trong trình duyệt, thẻ ở mẫu của trang; rồi dựng lại trang.',
      'The import goes into code that runs in the browser, the tag into the page’s template; then build the site again.',
    ],
  },
};

/** Where to put the code of a form on a site. */
export const whereFor = (form: FormName, cms: CmsName): Words =>
  CMS_WORDS[cms].elsewhere?.[form] ?? FORM_WORDS[form].where ?? CMS_WORDS[cms].where;

/** The text of the link that an include leaves where it gets nothing. */
export const LIST_OF_CLUSTER: Record<ListKind, Words> = {
  news: ['Tin của cụm trường', 'News of the schools'],
  documents: ['Văn bản của cụm trường', 'Documents of the schools'],
  gallery: ['Ảnh của cụm trường', 'Photos of the schools'],
};

/** Labels of the pieces of code, and what has to be said beside them. */
export const PIECE_WORDS = {
  code: ['Mã nhúng', 'Code to paste'],
  place: ['Ở chỗ đặt khối', 'Where the block is to be'],
  frameAlone: [
    'Chỉ iframe, khi script bị xóa: cao cố định',
    'The iframe alone, where scripts are deleted: of fixed height',
  ],
  frameGrowing: ['iframe cao bằng nội dung', 'Iframe as high as its content'],
  frameAddress: [
    'Địa chỉ của khung, cho khối của CMS chỉ hỏi địa chỉ (Wrapper, Embed, IFrame)',
    'The frame’s address, for blocks of a CMS that ask for an address alone (Wrapper, Embed, IFrame)',
  ],
  atom: ['Atom', 'Atom'],
  rss: ['RSS 2.0', 'RSS 2.0'],
  ownFeed: ['Nguồn riêng, dùng thẳng', 'Your own source, used as it is'],
  php: ['PHP, trạm ở đâu cũng được', 'PHP, wherever the hub is'],
  ssi: [
    'SSI (.shtml), trạm nằm trong cùng trang web, cùng tên miền',
    'SSI (.shtml), with the hub in the same website, on the same domain',
  ],
  aspNet: [
    'ASP.NET (C#), trạm nằm trong cùng trang web, cùng tên miền',
    'ASP.NET (C#), with the hub in the same website, on the same domain',
  ],
  phpInTag: [
    'PHP trong thẻ của khối: liên kết hiện ngay, script đến thì khối thay chúng',
    'PHP inside the block’s tag: links at once, which the block replaces when the script has come',
  ],
  ssiInTag: [
    'SSI trong thẻ của khối, trạm cùng tên miền',
    'SSI inside the block’s tag, with the hub on the same domain',
  ],
  install: ['Cài gói, hoặc tệp .tgz của bản phát hành', 'Install the package, or the .tgz file of a release'],
  import: ['Trong mã JavaScript', 'In the JavaScript code'],
  html: ['Trong trang hay mẫu', 'In the page or template'],
  css: ['Trong tệp CSS', 'In the CSS file'],
} satisfies Record<string, Words>;

export const REMARKS = {
  severalFeeds: [
    'Bạn chọn vài trường, chưa phải cả cụm: mỗi trường một địa chỉ. Khối RSS nhận nhiều địa chỉ thì dán tất cả; chỉ nhận một thì đặt mỗi trường một khối, hoặc bỏ chọn để lấy cả cụm.',
    'You chose some schools, not all: there is one address for each. Paste all if the RSS block takes several; if it takes one, place a block for each school, or choose none to get the whole cluster.',
  ],
  severalIncludes: [
    'Mỗi trường một danh sách, theo thứ tự trên đây; bỏ chọn để có một danh sách của cả cụm.',
    'One list for each school, in the order above; choose none to get one list of the whole cluster.',
  ],
  noWeather: [
    'Thời tiết không phải danh sách bài nên không có dạng này.',
    'The weather is no list of posts and does not come in this form.',
  ],
  noOwnInclude: [
    'Dạng này chèn danh sách mà trạm xuất bản; với nguồn riêng, hãy chọn thẻ script hay iframe.',
    'This form includes a list that the hub publishes; for your own source choose the script tag or the iframe.',
  ],
  noSource: [
    'Chưa có địa chỉ nguồn dùng được nên chưa có mã. Ghi địa chỉ ở phần Nguồn, hay dùng các trường của cụm.',
    'There is no usable address of a source, so there is no code yet. Write one under Source, or use the schools of the cluster.',
  ],
  noIntegrity: [
    'Không đọc được integrity.json của trạm nên chưa có mã kiểm tra.',
    'The hub’s integrity.json cannot be read, so there is no checksum.',
  ],
  darkFrame: [
    'Khung được ghi scheme=dark, cho trang nền tối.',
    'The frame is marked scheme=dark, for a dark page.',
  ],
} satisfies Record<string, Words>;

/** Says where the files are that a server can include without a request. */
export const sameSiteOnly = (origin: string): Words => [
  `SSI và ASP.NET chỉ chèn được khi trang của bạn cũng ở ${origin}; ở nơi khác, dùng PHP.`,
  `SSI and ASP.NET include it only if your page is at ${origin} too; elsewhere use PHP.`,
];
