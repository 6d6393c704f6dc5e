import type { PointWords } from '../../point/point-words.ts';

const LISTS = { news: 'tin bài', documents: 'văn bản', gallery: 'album ảnh' };
const ITEMS = { news: 'bài', documents: 'văn bản', gallery: 'album' };
const ROLES = {
  link: 'liên kết',
  image: 'ảnh',
  heading: 'tiêu đề',
  cell: 'ô của bảng',
  frame: 'khung bên trong',
  text: 'đoạn chữ',
};

export const point: PointWords = {
  heading: (kind, school) => `Chỉ ${LISTS[kind]} của ${school}`,
  albumHeading: 'Chỉ một ảnh của album này',
  cancel: 'Bỏ, quay lại',
  address: 'Trang đang xem',
  go: 'Mở',
  back: 'Trang trước',
  backToList: 'Xong, về danh sách album',
  addressWrong: 'Hãy ghi một địa chỉ bắt đầu bằng http:// hoặc https://.',
  working: {
    opening: 'Đang mở trang…',
    reading: 'Đang đọc trang theo chỗ vừa chỉ…',
    trying: 'Đang đọc lại trang và đọc trang sau…',
  },
  stop: 'Dừng',
  modes: 'Bấm vào trang để chỉ',
  mode: {
    item: { news: 'Tiêu đề', documents: 'Văn bản', gallery: 'Album' },
    title: { news: 'Tiêu đề', documents: 'Trích yếu', gallery: 'Tên album' },
    date: { news: 'Ngày', documents: 'Ngày ban hành', gallery: 'Ngày' },
    image: { news: 'Ảnh', documents: 'Ảnh', gallery: 'Ảnh bìa' },
    summary: 'Tóm tắt',
    next: 'Trang sau',
    photo: 'Ảnh trong album',
    follow: 'Đi theo liên kết',
  },
  help: {
    item: {
      news: 'Bấm vào tiêu đề một bài. Các bài cùng loại sẽ được viền; bài nào chưa viền thì bấm để lấy thêm, viền nhầm thì bấm để bỏ ra.',
      documents:
        'Bấm vào tên hay số của một văn bản. Văn bản chưa được viền thì bấm để lấy thêm, viền nhầm thì bấm để bỏ ra.',
      gallery:
        'Bấm vào tên hay ảnh bìa một album. Album chưa được viền thì bấm để lấy thêm, viền nhầm thì bấm để bỏ ra.',
    },
    title: 'Bấm vào chỗ ghi tên, ở một mục bất kỳ trong danh sách.',
    date: 'Bấm vào chỗ ghi ngày, ở một mục bất kỳ trong danh sách.',
    image: 'Bấm vào ảnh, ở một mục bất kỳ trong danh sách.',
    summary: 'Bấm vào đoạn tóm tắt, ở một bài bất kỳ trong danh sách.',
    next: 'Bấm vào liên kết dẫn sang trang sau, thường là “2”, “»” hay “Xem thêm” ở cuối danh sách.',
    photo: 'Bấm vào một ảnh của album. Những ảnh cùng album sẽ được viền.',
    follow: 'Bấm vào một liên kết để mở trang mà nó dẫn tới, như khi xem web bình thường.',
  },
  area: 'Trang của trường',
  areaHelp:
    'Phím mũi tên lên, xuống: mục trước, mục sau. Trái, phải: ra phần tử bao ngoài, vào trong. Enter: lấy. Delete: bỏ ra. Alt+Enter: mở liên kết. Esc: rời trang.',
  keys: '↑ ↓ mục trước, sau · ← → ra ngoài, vào trong · Enter lấy · Delete bỏ ra · Alt+Enter mở liên kết · Esc rời trang',
  role: ROLES,
  underCursor: (role, text) => (text ? `${ROLES[role]} “${text}”` : ROLES[role]),
  among: (at, count) => `mục ${at} trong ${count} mục giống nhau`,
  effect: {
    take: 'bấm để lấy',
    leave: 'bấm để bỏ ra',
    forget: 'bấm để thôi chọn',
    return: 'bấm để lấy lại',
    part: 'bấm để chọn',
    follow: 'bấm để mở trang này',
    'no-link': 'chỗ này không có liên kết',
  },
  part: {
    title: 'tiêu đề',
    date: 'ngày',
    image: 'ảnh',
    summary: 'tóm tắt',
    next: 'trang sau',
    photo: 'ảnh',
  },
  isKnown: 'bài cũ',
  isLeftOut: 'đã bỏ ra',
  frame: 'Khung bên trong: bấm để chỉ vào trong khung này',
  picks: 'Đã chỉ',
  pick: {
    item: 'lấy',
    not: 'bỏ ra',
    title: 'tiêu đề',
    date: 'ngày',
    image: 'ảnh',
    summary: 'tóm tắt',
    next: 'trang sau',
    photo: 'ảnh của album',
    column: 'cột',
  },
  remove: (what) => `Bỏ chỗ đã chỉ: ${what}`,
  undo: 'Lùi một bước',
  startOver: 'Làm lại từ đầu',
  panel: 'Đọc được từ trang',
  resize: 'Chỉnh bề rộng của trang và của bảng đọc được',
  enlarge: 'Mở rộng bảng',
  shrink: 'Thu bảng lại',
  guessed: (kind, posts) =>
    `Đã tự nhận ra ${posts} ${ITEMS[kind]}, đang viền trên trang. Đúng rồi thì dùng luôn; chưa đúng thì bấm vào một ${kind === 'news' ? 'tiêu đề' : ITEMS[kind]} đúng.`,
  nothingYet: (kind) =>
    kind === 'news'
      ? 'Hãy bấm vào tiêu đề một bài trên trang. Nếu đây không phải trang liệt kê tin, hãy chọn “Đi theo liên kết” để tới trang đó.'
      : `Hãy bấm vào một ${ITEMS[kind]} trên trang. Nếu trang này không liệt kê ${ITEMS[kind]}, hãy chọn “Đi theo liên kết” để tới trang đó.`,
  counts: (kind, { posts, dated, pictures, numbers, files, photos }) => {
    const parts = [`${posts} ${ITEMS[kind]}`];
    const missing = (count: number, what: string) => {
      if (count === posts) parts.push(`cả ${posts} có ${what}`);
      else if (count === 0) parts.push(`không ${ITEMS[kind]} nào có ${what}`);
      else parts.push(`${posts - count} không có ${what}`);
    };
    if (kind === 'documents') {
      missing(numbers, 'số ký hiệu');
      missing(files, 'tệp');
    } else missing(pictures, 'ảnh');
    missing(dated, 'ngày');
    if (kind === 'gallery' && photos) parts.push(`${photos} ảnh trong các album`);
    return parts.join(', ');
  },
  photosRead: (photos) => `${photos} ảnh của album này`,
  withNext: 'có trang sau',
  withoutNext: 'chưa biết trang sau',
  views: 'Cách xem',
  asWidget: 'Như trên trang đối tác',
  asTable: 'Bảng đã đọc',
  table: {
    caption: 'Những gì đọc được, theo thứ tự trên trang',
    title: 'Tiêu đề',
    date: 'Ngày',
    image: 'Ảnh',
    number: 'Số ký hiệu',
    show: 'Xem chỗ này trên trang',
    none: 'không có',
    has: 'có',
  },
  more: (count) => `và ${count} mục nữa`,
  columns: 'Các cột của bảng',
  columnsHelp:
    'Mỗi cột ghi gì? Chọn tên cho cột nhận sai hoặc chưa nhận ra. Cũng có thể bấm vào đầu cột trên trang.',
  unnamed: 'không dùng',
  column: {
    number: 'Số ký hiệu',
    title: 'Trích yếu',
    issued: 'Ngày ban hành',
    effective: 'Ngày hiệu lực',
    issuer: 'Cơ quan ban hành',
    signer: 'Người ký',
    type: 'Loại văn bản',
    field: 'Lĩnh vực',
    status: 'Tình trạng',
    file: 'Tệp',
  },
  columnNumber: (at) => `cột thứ ${at}`,
  openAlbum: 'Mở một album để chỉ ảnh trong đó',
  albumPhotosKnown: 'Đã biết ảnh nằm đâu trong trang của album.',
  remembered: 'Bài cũ của nguồn này',
  rememberedCount: (known, all) =>
    known === all ? `Cả ${all} bài cũ còn nguyên.` : `${known} trong ${all} bài cũ còn nguyên.`,
  found: 'còn',
  lost: (count) => `${count} bài không còn thấy ở trang này`,
  css: 'Dành cho người biết CSS',
  cssHelp: 'Bộ chọn tìm được. Sửa rồi nhấn Enter để đọc lại trang theo bộ chọn mới.',
  cssField: {
    item: 'Một mục (item)',
    title: 'Tiêu đề (title)',
    link: 'Liên kết (link)',
    date: 'Ngày (date)',
    image: 'Ảnh (image)',
    summary: 'Tóm tắt (summary)',
    table: 'Bảng (table)',
    photos: 'Ảnh của album (photos)',
    next: 'Trang sau (next)',
  },
  try: 'Thử',
  tryHelp: 'Đọc lại trang một lần nữa và đọc trang sau, để biết chỗ vừa chỉ có bền không.',
  tried: {
    again: (same, of) =>
      same === of
        ? `Đọc lại lần nữa: vẫn đúng ${of} mục ấy.`
        : `Đọc lại lần nữa: chỉ ${same} trong ${of} mục giống lần trước.`,
    refused: (why) => `Đọc lại không được: ${why}`,
    next: (posts, isNew) => `Trang sau: ${posts} mục, ${isNew} mục chưa có ở trang này.`,
    nextRefused: (why) => `Không đọc được trang sau: ${why}`,
  },
  accept: 'Dùng danh sách này',
  acceptAnyway: 'Vẫn dùng danh sách này',
};
