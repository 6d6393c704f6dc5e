import { digits, formatDay } from '../../format.ts';

const number = (count: number) => digits(count, 'vi');
const day = (time: number) => formatDay(time, 'vi');

/** Step 2. */
export const schools = {
  lists: { news: 'Tin', documents: 'Văn bản', gallery: 'Ảnh' },

  add: {
    heading: 'Thêm trường',
    addresses: 'Địa chỉ trang của các trường',
    hint: 'Dán một hay nhiều địa chỉ, mỗi dòng một địa chỉ hoặc cách nhau bằng dấu cách. Trang chủ là đủ: trạm tự tìm tin, văn bản và ảnh ở đó.',
    example: 'truongchinhtri.example\nhttps://tct.tinh.example',
    file: 'Lấy từ tệp (OPML, văn bản)…',
    known: 'Các trường đã biết',
    all: 'Chọn tất cả',
    none: 'Bỏ chọn',
    understood: (count: number) => `Sẽ xem ${number(count)} trang:`,
    ignored: 'Không phải địa chỉ, nên bỏ qua:',
    inConfig: 'đã có trong cụm',
    look: (count: number) => (count > 1 ? `Xem ${number(count)} trang` : 'Xem trang'),
    nothing: 'Hãy dán ít nhất một địa chỉ, hoặc chọn trường trong danh sách.',
    unreadable: 'Không đọc được tệp này.',
  },

  looking: {
    heading: 'Đang xem các trang',
    progress: (done: number, all: number) => `Đã xem ${number(done)} trong ${number(all)} trang.`,
    waiting: 'đang chờ đến lượt',
    opened: 'đang mở trang chủ',
    trying: 'đang thử',
    requests: (count: number) => `đã hỏi ${number(count)} lần`,
    polite:
      'Trạm hỏi mỗi trang từng lần một, cách nhau ít nhất một giây, để không làm phiền máy chủ của trường.',
    cancel: 'Dừng',
    stopped: (count: number) => `Đã dừng. Còn ${number(count)} trang chưa xem.`,
    goOn: 'Xem tiếp',
  },

  found: {
    heading: 'Đã tìm thấy',
    lead: 'Mỗi danh sách hiện đúng như trên trang đối tác. Xem qua, đổi nếu cần, rồi nhận.',
    acceptGood: (count: number) => `Nhận ${number(count)} trường tốt`,
    goodHow: 'Trường tốt là trường có tin, và không danh sách nào thiếu điều quan trọng.',
    accept: 'Nhận trường này',
    acceptedOne: (name: string) => `Đã nhận ${name}.`,
    accepted: (count: number) => `Đã nhận ${number(count)} trường.`,
    replace: 'Thay nguồn của trường này',
    dismiss: 'Bỏ qua',
    name: 'Tên trường',
    id: 'Mã',
    idHint:
      'Chữ thường không dấu, số, dấu “-”. Có trong địa chỉ các tệp, nên đừng đổi khi đã có trang nhúng.',
    home: 'Trang chủ',
    edit: 'Sửa tên, mã, trang chủ',
    runsOn: (cms: string) => `chạy ${cms}`,
    requests: (count: number) => `đã hỏi ${number(count)} lần`,
    known: 'Trường này đã có trong cụm. Nhận thì các nguồn dưới đây thay cho nguồn cũ; bài đã thu vẫn còn.',
    nothing: 'Không tìm thấy danh sách nào ở trang này. Hãy chỉ cho trạm thấy danh sách nằm ở đâu.',
    take: 'Cần ít nhất một danh sách để nhận. Hãy chỉ trên trang, hoặc bỏ qua trường này.',
    good: 'tốt',
  },

  refused: {
    heading: (count: number) => `${number(count)} trang chưa đọc được`,
    how: 'Mở địa chỉ ấy trong trình duyệt: nếu trang vẫn mở được, hãy thử lại sau vài phút hoặc dán địa chỉ hiện trên thanh địa chỉ; nếu không, hỏi quản trị viên của trường.',
    again: 'Thử lại',
    dismiss: 'Bỏ qua',
  },

  list: {
    newest: (time: number) => `mới nhất ${day(time)}`,
    feed: 'từ luồng tin (RSS, API)',
    page: 'đọc từ trang',
    joined: (count: number) => `Gộp từ ${number(count)} nguồn:`,
    notFound: {
      news: 'Không tìm thấy tin.',
      documents: 'Không tìm thấy văn bản.',
      gallery: 'Không tìm thấy ảnh.',
    },
    leftOut: 'Không lấy danh sách này.',
    takeBack: 'Lấy lại',
    leaveOut: 'Không lấy',
    point: 'Chỉ trên trang',
    others: (count: number) => `Cách khác (${number(count)})`,
    useInstead: 'Dùng cách này',
    failed: 'Đã thử nhưng không đọc được:',
    same: 'không khác gì đáng kể',
  },

  config: {
    heading: 'Trường trong cụm',
    none: 'Chưa có trường nào. Trường nào được nhận sẽ hiện ở đây.',
    count: (count: number) => `${number(count)} trường`,
    paused: 'tạm dừng',
    sources: (count: number) => (count ? `${number(count)} nguồn` : 'không có'),
    edit: 'Sửa',
    pause: 'Tạm dừng',
    resume: 'Đọc tiếp',
    lookAgain: 'Xem lại trang',
    remove: 'Bỏ trường',
    removed: (name: string) => `Đã bỏ ${name}.`,
    pausedNow: (name: string) => `Đã tạm dừng ${name}. Bài đã thu vẫn được xuất bản.`,
    resumedNow: (name: string) => `Sẽ lại đọc ${name} từ lần chạy tới.`,
    save: 'Lưu',
    cancel: 'Thôi',
    saved: (name: string) => `Đã lưu ${name}.`,
    noSource: 'Không có nguồn.',
    removeSource: 'Bỏ nguồn',
    sourceRemoved: 'Đã bỏ nguồn.',
    pointAgain: 'Chỉ lại',
    point: 'Chỉ trên trang',
    feedAddress: 'Thêm nguồn bằng địa chỉ luồng tin (RSS, Atom, JSON)',
    add: 'Thêm',
    added: 'Đã thêm nguồn.',
  },
  actionsOf: (action: string, name: string) => `${action}: ${name}`,
};
