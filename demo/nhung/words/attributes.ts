/** What the widgets' attributes are called in the builder. A test fails if one of `custom-elements.json` is missing. */
import type { Words } from './language.ts';

/** Groups of options, in the order in which a person decides. Colours and fonts are in `tokens.ts`. */
export const GROUPS = ['content', 'display', 'look', 'advanced'] as const;
export type Group = (typeof GROUPS)[number];

export interface AttributeWords {
  label: Words;
  group: Group;
  hint?: Words;
  /** What the values mean, for attributes whose values are listed. */
  values?: Record<string, Words>;
  /** Whether several of the values may be written, separated by spaces. */
  several?: true;
  /** Label of a checkbox that writes an empty value, where that differs from no attribute. */
  empty?: Words;
  /** An example, shown in the empty field. */
  example?: string;
}

const COMMON: Record<string, AttributeWords> = {
  src: { group: 'content', label: ['Nguồn riêng', 'Source of your own'] },
  school: { group: 'content', label: ['Các trường', 'Schools'] },
  limit: {
    group: 'content',
    label: ['Số mục hiện ban đầu', 'Items shown at first'],
    hint: ['Phần còn lại hiện khi bấm “Xem thêm”.', '“Show more” shows the rest.'],
  },
  heading: {
    group: 'content',
    label: ['Tiêu đề của khối', 'Heading of the block'],
    empty: ['Không có tiêu đề', 'No heading'],
  },
  'heading-level': {
    group: 'advanced',
    label: ['Cấp của tiêu đề', 'Level of the heading'],
    hint: [
      '2 là <h2>; chọn cấp liền sau tiêu đề đứng trên khối.',
      '2 is <h2>; one below the heading above the block.',
    ],
  },
  theme: {
    group: 'look',
    label: ['Kiểu dáng', 'Style'],
    values: {
      '': ['Theo trang', 'Like the page'],
      newspaper: ['Báo in', 'Newspaper'],
      banner: ['Tiêu đề nền màu', 'Coloured heading'],
      card: ['Khung viền', 'Card'],
      soft: ['Nền nhạt', 'Soft'],
      contrast: ['Tương phản cao', 'High contrast'],
      auto: ['Lấy màu và phông của trang', 'Colour and font of the page'],
    },
  },
  lang: {
    group: 'advanced',
    label: ['Ngôn ngữ của khối', 'Language of the block'],
    values: { vi: ['Tiếng Việt', 'Vietnamese'], en: ['Tiếng Anh', 'English'] },
    hint: [
      'Luôn ghi vào mã: nhiều giao diện khai sai ngôn ngữ của trang.',
      'Always written into the code: many themes declare a wrong language.',
    ],
  },
  refresh: {
    group: 'advanced',
    label: ['Tự làm mới sau (phút)', 'Refresh every (minutes)'],
    hint: [
      '0 là không; chỉ cần cho màn hình mở suốt ngày.',
      '0 is never; only for screens that stay open all day.',
    ],
  },
  loading: {
    group: 'advanced',
    label: ['Tải ngay, không đợi cuộn tới', 'Load at once, before it is scrolled to'],
    values: { eager: ['Tải ngay', 'At once'] },
  },
  target: {
    group: 'advanced',
    label: ['Mở liên kết trong thẻ mới', 'Open links in a new tab'],
    values: { _blank: ['Thẻ mới', 'New tab'] },
  },
  debug: {
    group: 'advanced',
    label: ['Hiện bảng gỡ lỗi dưới khối', 'Show the debug panel below the block'],
    hint: [
      'Chỉ trong lúc dựng trang; nhớ bỏ khi xong.',
      'Only while you set up the page; remove it afterwards.',
    ],
  },
  'state-in-url': {
    group: 'advanced',
    label: ['Tiền tố của tham số trong địa chỉ', 'Prefix of the parameters in the URL'],
    empty: ['Giữ lựa chọn của người xem trong địa chỉ', 'Keep the visitor’s choices in the URL'],
    example: 'tin',
  },
};

const NEWS: Record<string, AttributeWords> = {
  layout: {
    group: 'display',
    label: ['Cách trình bày', 'Layout'],
    values: {
      list: ['Danh sách', 'List'],
      cards: ['Thẻ ảnh', 'Cards'],
      headlines: ['Tin nổi bật', 'Headlines'],
      compact: ['Gọn, cho cột bên', 'Compact, for sidebars'],
      timeline: ['Theo ngày', 'By day'],
    },
  },
  'new-for': {
    group: 'display',
    label: ['Đánh dấu “Mới” trong (ngày)', 'Marked as new for (days)'],
    hint: ['0 là không đánh dấu.', '0 marks none.'],
  },
  tag: { group: 'content', label: ['Chỉ tin có nhãn', 'Only posts with the tag'], example: 'Đào tạo' },
  search: { group: 'display', label: ['Ô tìm kiếm', 'Search box'] },
  filters: {
    group: 'display',
    label: ['Nút lọc', 'Filter buttons'],
    values: {
      '': ['Theo trường và nhãn', 'By school and tag'],
      school: ['Theo trường', 'By school'],
      tag: ['Theo nhãn', 'By tag'],
    },
  },
  share: { group: 'display', label: ['Nút chia sẻ ở mỗi tin', 'Share button at each post'] },
  'merge-same': {
    group: 'content',
    label: ['Gộp tin nhiều trường cùng đăng', 'Show a story of several schools once'],
  },
  'more-href': {
    group: 'content',
    label: ['“Xem thêm” dẫn tới trang', '“Show more” leads to the page'],
    example: 'https://…/tin-tuc',
  },
};

const DOCUMENTS: Record<string, AttributeWords> = {
  columns: {
    group: 'display',
    label: ['Các cột', 'Columns'],
    hint: ['Không chọn: những cột có nội dung.', 'None chosen: the columns with content.'],
    several: true,
    values: {
      number: ['Số, ký hiệu', 'Number'],
      issued: ['Ngày ban hành', 'Issued'],
      title: ['Trích yếu', 'Title'],
      type: ['Loại', 'Type'],
      issuer: ['Cơ quan ban hành', 'Issuer'],
      signer: ['Người ký', 'Signer'],
      field: ['Lĩnh vực', 'Field'],
      school: ['Trường', 'School'],
      validity: ['Hiệu lực', 'Validity'],
      files: ['Tệp', 'Files'],
    },
  },
  pages: { group: 'display', label: ['Chia trang thay cho “Xem thêm”', 'Pages instead of “Show more”'] },
  'no-tools': { group: 'display', label: ['Không có ô tìm và bộ lọc', 'No search and filters'] },
};

const WEATHER: Record<string, AttributeWords> = {
  layout: {
    group: 'display',
    label: ['Cách trình bày', 'Layout'],
    values: {
      full: ['Đầy đủ', 'Full'],
      compact: ['Gọn', 'Compact'],
      now: ['Chỉ hiện tại', 'Now only'],
      strip: ['Các nơi cạnh nhau', 'Places side by side'],
    },
  },
  limit: { group: 'content', label: ['Số ngày', 'Days'] },
  places: {
    group: 'content',
    label: ['Các nơi', 'Places'],
    hint: ['Không chọn: mọi nơi.', 'None chosen: all.'],
    several: true,
  },
  latitude: { group: 'content', label: ['Vĩ độ', 'Latitude'], example: '21.0245' },
  longitude: { group: 'content', label: ['Kinh độ', 'Longitude'], example: '105.8412' },
  'no-memory': {
    group: 'advanced',
    label: ['Không nhớ nơi người xem đã chọn', 'Forget the place a visitor chose'],
  },
};

const GALLERY: Record<string, AttributeWords> = {
  layout: {
    group: 'display',
    label: ['Cách trình bày', 'Layout'],
    values: {
      grid: ['Lưới ảnh', 'Grid'],
      justified: ['Hàng ảnh nguyên khổ', 'Justified rows'],
      carousel: ['Băng ảnh', 'Carousel'],
      albums: ['Bìa album', 'Albums'],
    },
  },
  captions: { group: 'display', label: ['Chú thích dưới ảnh', 'Captions below the photos'] },
  autoplay: {
    group: 'display',
    label: ['Băng ảnh tự chuyển sau (giây)', 'Carousel moves after (seconds)'],
    hint: ['0 là không; chỉ cho “Băng ảnh”.', '0 is never; for “Carousel” only.'],
  },
  download: { group: 'display', label: ['Cho tải ảnh về', 'Offer photos for download'] },
  'no-share': { group: 'advanced', label: ['Không có địa chỉ cho từng ảnh', 'No link to each photo'] },
};

const OWN: Record<string, Record<string, AttributeWords>> = {
  'latest-news': NEWS,
  'document-list': DOCUMENTS,
  weather: WEATHER,
  gallery: GALLERY,
};

/** The words for an attribute of a block; undefined if there are none. */
export const attributeWords = (block: string, attribute: string): AttributeWords | undefined =>
  OWN[block]?.[attribute] ?? COMMON[attribute];
