/** The texts of the builder itself. */
import type { Words } from './language.ts';

export const PAGE = {
  title: ['Nhúng vào trang của bạn', 'Put it on your page'],
  lead: [
    'Chọn khối, xem ngay trong trang giống trang của bạn, chép mã.',
    'Choose a block, see it on a page like yours, copy the code.',
  ],
  otherLanguage: ['English', 'Tiếng Việt'],
  blocks: ['Khối', 'Block'],
  noCluster: [
    'Không đọc được cluster.json của trạm nên chưa có danh sách trường. Hãy kiểm tra kết nối, hay báo người giữ trạm. Nguồn riêng vẫn dùng được.',
    'The hub’s cluster.json cannot be read, so there is no list of schools. Check the connection or tell the hub’s keeper. A source of your own still works.',
  ],
  nothing: ['Trạm chưa có gì để nhúng.', 'The hub has nothing to embed yet.'],
  retry: ['Thử lại', 'Try again'],
  loading: ['Đang đọc trạm…', 'Reading the hub…'],

  from: ['Nguồn', 'Source'],
  fromHub: ['Các trường của cụm', 'Schools of the cluster'],
  fromHubPlaces: ['Các nơi trạm theo dõi', 'Places of the hub'],
  fromOwn: ['Nguồn của riêng bạn', 'A source of your own'],
  noneIsAll: ['Không chọn: tất cả, kể cả trường thêm sau này.', 'None chosen: all, with those added later.'],
  ownLabel: ['Địa chỉ RSS, Atom hay JSON', 'Address of RSS, Atom or JSON'],
  ownWeather: ['Máy chủ theo API của Open-Meteo', 'Server with Open-Meteo’s API'],
  ownHint: [
    'Nhiều nguồn cách nhau bằng dấu cách. Được đọc thử khi bạn rời ô.',
    'Several are separated by spaces. Tried when you leave the field.',
  ],
  reading: ['Đang đọc thử…', 'Trying it…'],
  wrongAddress: ['không phải địa chỉ http hay https.', 'is no http or https address.'],
  httpOnHttps: [
    'Nguồn là http: trang https không đọc được. Dùng địa chỉ https nếu có.',
    'The source is http: https pages cannot read it. Use its https address if there is one.',
  ],
  hubInstead: [
    'Trạm đọc được những nguồn như vậy. Người giữ trạm chạy dòng này rồi chép mục nó in ra vào cấu hình:',
    'The hub can read such a source. The hub’s keeper runs this line and copies the entry it prints into the configuration:',
  ],
  useHub: ['Dùng các trường của cụm', 'Use the schools of the cluster'],

  content: ['Nội dung', 'Content'],
  display: ['Trình bày', 'Display'],
  look: ['Màu và chữ', 'Colours and type'],
  advanced: ['Nâng cao', 'Advanced'],
  none: ['Không', 'None'],
  byDefault: ['mặc định', 'default'],
  clear: ['Bỏ', 'Clear'],
  otherFont: ['Phông khác…', 'Another font…'],
  paper: ['Nền của trang bạn', 'Background of your page'],
  paperHint: ['Để trống: nền của trang xem trước.', 'Empty: that of the preview.'],
  contrast: ['Tương phản (WCAG)', 'Contrast (WCAG)'],
  contrastText: ['Chữ trên nền', 'Text on the background'],
  contrastAccent: ['Màu nhấn trên nền', 'Accent on the background'],
  contrastOnAccent: ['Chữ trên màu nhấn', 'Text on the accent'],
  tooLow: ['thấp, khó đọc', 'low, hard to read'],
  tooLowSign: ['thấp, khó thấy', 'low, hard to see'],
  reserve: [
    'Dành sẵn chiều cao, để trang không xê dịch',
    'Reserve the height, so that the page does not move',
  ],
  reserveHint: [
    'Đo ở bề rộng đang xem; chỉ cho khối này, được thả ra khi khối đã hiện.',
    'Measured at the width shown; for this block alone, let go when it has loaded.',
  ],
  unstyled: [
    'Dạng này chỉ theo nguồn và các trường đã chọn; trang của bạn quyết định cách trình bày. Các lựa chọn khác được giữ cho những dạng kia.',
    'This form follows the source and schools alone; your site decides the look. Your other choices are kept for the other forms.',
  ],
  reset: ['Đặt lại khối này', 'Reset this block'],

  preview: ['Xem trước', 'Preview'],
  previewFrame: ['Khối trong một trang mô phỏng', 'The block on an imitated page'],
  yourSite: ['Trang của bạn', 'Your site'],
  width: ['Bề rộng', 'Width'],
  widthNames: ['Cột bên 180|Điện thoại 320|768|1.280 px', 'Sidebar 180|Phone 320|768|1,280 px'],
  light: ['Sáng', 'Light'],
  dark: ['Tối', 'Dark'],
  scheme: ['Nền trang', 'Page'],
  listInstead: [
    'CMS hay máy chủ của bạn tự trình bày danh sách; đây là các liên kết nó nhận được.',
    'Your CMS or server decides the look; these are the links it gets.',
  ],
  noFragment: [
    'Chưa xem trước được: trạm chưa xuất bản danh sách này.',
    'No preview: the hub does not publish this list yet.',
  ],

  noImitation: [
    'Không mở được trang mô phỏng. Kiểm tra kết nối rồi tải lại trang này; mã bên dưới vẫn dùng được.',
    'The imitated page cannot be opened. Check the connection and reload this page; the code below still works.',
  ],

  result: ['Mã để chép', 'Code to copy'],
  form: ['Cách nhúng', 'Form'],
  suits: ['hợp với trang của bạn', 'suits your site'],
  copy: ['Chép', 'Copy'],
  copied: ['Đã chép.', 'Copied.'],
  copyByHand: ['Mã đã được chọn: nhấn Ctrl+C để chép.', 'The code is selected: press Ctrl+C to copy.'],
  policy: ['Trang có Content-Security-Policy?', 'Does the page have a Content-Security-Policy?'],
  policyHint: [
    'Thêm vào các dòng cùng tên; không có dòng nào thì không cần. trusted-types chỉ khi trang có require-trusted-types-for.',
    'Add these to the lines of the same name; without a policy nothing is needed. trusted-types only with require-trusted-types-for.',
  ],
  pictureHint: [
    'https: cho ảnh từ mọi nơi. Muốn hẹp hơn, thay bằng địa chỉ trạm và tên miền của từng trường, và thêm vào khi có trường mới.',
    'https: lets pictures come from anywhere. To narrow it, name the hub and the domain of each school instead, and add to them when a school joins.',
  ],
  noPolicy: [
    'Liên kết không cần thêm gì; đặt trong thẻ của khối thì thêm các dòng của “Thẻ script”.',
    'Links need nothing more; inside the block’s tag, add the lines of “Script tag”.',
  ],
  guide: ['Hướng dẫn từng bước', 'Step by step'],
  nothingShows: ['Không hiện gì?', 'Nothing shows?'],
  share: ['Liên kết tới các lựa chọn này', 'Link to these choices'],
  options: ['Tùy chọn', 'Options'],
  publicAddress: [
    'Mã dùng địa chỉ công khai của trạm; trang này được mở ở địa chỉ khác.',
    'The code names the hub’s public address; this page was opened at another.',
  ],
  unknownParameter: [
    'Địa chỉ có phần không dùng được, đã bỏ qua:',
    'The address has parts that mean nothing and were dropped:',
  ],
  notOffered: [
    'Trạm không có gì cho khối trong địa chỉ; đã chọn khối khác.',
    'The hub has nothing for the block in the address; another was chosen.',
  ],
  coordinates: [
    'Ghi cả vĩ độ và kinh độ, và nguồn riêng là máy chủ để hỏi.',
    'Write both latitude and longitude, and as your source the server to ask.',
  ],
} satisfies Record<string, Words>;

export const readCount = (count: number): Words => [
  count ? `Đọc được ${count} mục.` : 'Đọc được, nhưng nguồn chưa có mục nào.',
  count ? `${count} ${count === 1 ? 'item was' : 'items were'} read.` : 'It was read, but has no items yet.',
];
