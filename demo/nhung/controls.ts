/** A form control for one attribute of a widget. */
export interface Control {
  name: string;
  label: string;
  kind: 'text' | 'number' | 'url' | 'flag' | 'choice';
  /** The widget's default, which the snippet omits. */
  defaultValue?: string;
  /** For `choice`. */
  options?: [value: string, label: string][];
  placeholder?: string;
  /** Label of a checkbox that sets an empty value, for attributes where that differs from their absence. */
  emptyLabel?: string;
  /** For `flag`: the value if checked; by default, the attribute has no value. */
  checkedValue?: string;
}

export interface Widget {
  /** Without `tct-`. */
  name: string;
  title: string;
  /** Offers only schools with this list in `cluster.json`. The weather has places instead of schools. */
  list?: 'news' | 'documents' | 'gallery';
  controls: Control[];
}

const LANG: Control = {
  name: 'lang',
  label: 'Ngôn ngữ',
  kind: 'choice',
  options: [
    ['vi', 'Tiếng Việt'],
    ['en', 'English'],
  ],
};

const TARGET: Control = {
  name: 'target',
  label: 'Mở trong cửa sổ mới',
  kind: 'flag',
  checkedValue: '_blank',
};

/** Controls that every widget has. */
const COMMON_CONTROLS: Control[] = [
  {
    name: 'theme',
    label: 'Kiểu dáng',
    kind: 'choice',
    defaultValue: '',
    options: [
      ['', 'Theo trang'],
      ['newspaper', 'Báo in'],
      ['banner', 'Tiêu đề nền màu'],
      ['card', 'Khung viền'],
      ['soft', 'Nền nhạt'],
      ['contrast', 'Tương phản cao'],
      ['auto', 'Lấy màu của trang'],
    ],
  },
  { name: 'heading', label: 'Tiêu đề', kind: 'text', emptyLabel: 'Không có tiêu đề' },
  { name: 'heading-level', label: 'Cấp tiêu đề', kind: 'number', defaultValue: '2' },
  { name: 'refresh', label: 'Tự làm mới (phút)', kind: 'number', defaultValue: '0' },
  LANG,
  { name: 'loading', label: 'Tải ngay, không đợi cuộn tới', kind: 'flag', checkedValue: 'eager' },
];

/** Controls that the widgets of feeds have. */
const feedControls = (limit: string): Control[] => [
  { name: 'src', label: 'Nguồn khác trạm thu tin', kind: 'text', placeholder: 'https://…/feed.json' },
  { name: 'limit', label: 'Số mục hiện ban đầu', kind: 'number', defaultValue: limit },
  ...COMMON_CONTROLS,
];

export const WIDGETS: Widget[] = [
  {
    name: 'latest-news',
    title: 'Tin mới',
    list: 'news',
    controls: [
      {
        name: 'layout',
        label: 'Cách trình bày',
        kind: 'choice',
        defaultValue: 'list',
        options: [
          ['list', 'Danh sách'],
          ['cards', 'Thẻ ảnh'],
          ['headlines', 'Tin nổi bật'],
          ['compact', 'Gọn'],
          ['timeline', 'Theo ngày'],
        ],
      },
      { name: 'new-for', label: 'Đánh dấu mới trong (ngày)', kind: 'number', defaultValue: '3' },
      { name: 'tag', label: 'Chỉ tin có nhãn', kind: 'text' },
      { name: 'more-href', label: '“Xem thêm” dẫn tới', kind: 'url', placeholder: 'https://…' },
      ...feedControls('5'),
      { name: 'search', label: 'Ô tìm kiếm', kind: 'flag' },
      { name: 'filters', label: 'Nút lọc theo trường và nhãn', kind: 'flag' },
      { name: 'merge-same', label: 'Gộp tin nhiều trường cùng đăng', kind: 'flag' },
      { name: 'share', label: 'Nút chia sẻ', kind: 'flag' },
      { name: 'state-in-url', label: 'Giữ lựa chọn trong địa chỉ', kind: 'flag' },
      TARGET,
    ],
  },
  {
    name: 'document-list',
    title: 'Văn bản',
    list: 'documents',
    controls: [
      { name: 'columns', label: 'Các cột', kind: 'text', placeholder: 'number issued title files' },
      ...feedControls('10'),
      { name: 'pages', label: 'Chia trang', kind: 'flag' },
      { name: 'no-tools', label: 'Không có ô tìm và bộ lọc', kind: 'flag' },
      { name: 'state-in-url', label: 'Giữ lựa chọn trong địa chỉ', kind: 'flag' },
      TARGET,
    ],
  },
  {
    name: 'weather',
    title: 'Thời tiết',
    controls: [
      {
        name: 'layout',
        label: 'Cách trình bày',
        kind: 'choice',
        defaultValue: 'full',
        options: [
          ['full', 'Đầy đủ'],
          ['compact', 'Gọn'],
          ['now', 'Chỉ hiện tại'],
          ['strip', 'Các nơi cạnh nhau'],
        ],
      },
      { name: 'places', label: 'Chỉ các nơi (mã)', kind: 'text', placeholder: 'ha-noi da-nang' },
      {
        name: 'src',
        label: 'Nguồn khác trạm thu tin',
        kind: 'text',
        placeholder: 'https://api.open-meteo.com/v1/forecast',
      },
      { name: 'latitude', label: 'Vĩ độ (dùng với nguồn trên)', kind: 'text', placeholder: '21.0245' },
      { name: 'longitude', label: 'Kinh độ (dùng với nguồn trên)', kind: 'text', placeholder: '105.8412' },
      { name: 'limit', label: 'Số ngày', kind: 'number', defaultValue: '7' },
      { name: 'no-memory', label: 'Không nhớ nơi đã chọn', kind: 'flag' },
      ...COMMON_CONTROLS,
    ],
  },
  {
    name: 'gallery',
    title: 'Thư viện ảnh',
    list: 'gallery',
    controls: [
      {
        name: 'layout',
        label: 'Cách trình bày',
        kind: 'choice',
        defaultValue: 'grid',
        options: [
          ['grid', 'Lưới ảnh'],
          ['justified', 'Hàng ảnh nguyên khổ'],
          ['carousel', 'Băng ảnh'],
          ['albums', 'Bìa album'],
        ],
      },
      { name: 'autoplay', label: 'Băng ảnh tự chuyển sau (giây)', kind: 'number', defaultValue: '0' },
      ...feedControls('12'),
      { name: 'captions', label: 'Chú thích dưới ảnh', kind: 'flag' },
      { name: 'download', label: 'Cho tải ảnh về', kind: 'flag' },
      { name: 'no-share', label: 'Không chia sẻ địa chỉ của ảnh', kind: 'flag' },
      TARGET,
    ],
  },
];
