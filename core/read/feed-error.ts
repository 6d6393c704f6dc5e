import { type FeedErrorCode, NotAFeedError } from './not-a-feed.ts';

/**
 * `{}` is replaced by the detail: a title, the sender's message, the name of a root element, a size in MB. What is in
 * square brackets is left out if there is none.
 */
const ERROR_MESSAGES: Record<FeedErrorCode, [vi: string, en: string]> = {
  empty: [
    'Nguồn trả lời 0 byte. Với Liferay, hãy kiểm tra khối tin có để chế độ chọn bài thủ công không.',
    'The source answered 0 bytes. On Liferay, check whether the block is set to select its posts manually.',
  ],
  'too-large': [
    'Nguồn dài hơn {} MB nên không được đọc.',
    'The source is larger than {} MB and was not read.',
  ],
  origin: [
    'Trang nguồn từ chối yêu cầu từ tiện ích: “{}”. Hãy cấp quyền cho trang này trong phần cài đặt.',
    'The site refused a request from an extension: “{}”. Grant access to this site in the settings.',
  ],
  database: [
    'Trang nguồn không kết nối được cơ sở dữ liệu của mình: “{}”. Hãy thử lại sau.',
    'The site cannot reach its own database: “{}”. Try again later.',
  ],
  maintenance: [
    'Trang nguồn đang bảo trì: “{}”. Hãy thử lại sau.',
    'The site is under maintenance: “{}”. Try again later.',
  ],
  refused: [
    'Trang nguồn tạm từ chối truy cập: “{}”. Hãy thử lại sau ít phút.',
    'The site denies access for now: “{}”. Try again in a few minutes.',
  ],
  challenge: [
    'Trang nguồn trả về trang kiểm tra trình duyệt hoặc trang đăng nhập[ (“{}”)] thay cho nội dung. Địa chỉ có thể vẫn đúng: hãy nhờ người quản trị trang nguồn cho địa chỉ này qua tường lửa và không đòi đăng nhập. Nếu mạng ở đây đòi đăng nhập, hãy đăng nhập rồi thử lại.',
    'The site answered with a browser check or a login page[ (“{}”)] instead of the content. The address may still be right: ask the site’s webmaster to let it through the firewall, without a login. If the network here requires a login, log in and try again.',
  ],
  html: [
    'Đây là trang HTML[ có tiêu đề “{}”], không phải nguồn tin. Hãy dùng địa chỉ RSS, Atom hoặc JSON Feed của trang.',
    'This is an HTML page[ titled “{}”], not a feed. Use the site’s RSS, Atom or JSON Feed address.',
  ],
  message: ['Trang nguồn báo lỗi[: “{}”].', 'The site reports an error[: “{}”].'],
  xml: [
    'Đây là XML[ với phần tử gốc <{}>], không phải RSS hay Atom.',
    'This is XML[ with the root element <{}>], neither RSS nor Atom.',
  ],
  json: [
    'Đây là JSON nhưng không phải JSON Feed, WordPress hay Liferay[: {}].',
    'This is JSON, but not JSON Feed, WordPress or Liferay[: {}].',
  ],
  binary: ['Đây là tệp nhị phân ({}), không phải nguồn tin.', 'This is a binary file ({}), not a feed.'],
  text: ['Đây là văn bản thường, không phải nguồn tin[: “{}”].', 'This is plain text, not a feed[: “{}”].'],
};

/**
 * The message for a `NotAFeedError`, in both languages; undefined for an unknown code.
 *
 * @param detail empty to leave it out
 */
export function feedErrorMessage(code: string, detail: string): { vi: string; en: string } | undefined {
  if (!Object.hasOwn(ERROR_MESSAGES, code)) return undefined;
  const fill = (words: string) =>
    words.replace(/\[(.*?)\]/, (_, inner: string) => (detail ? inner : '')).replace('{}', () => detail);
  const [vi, en] = ERROR_MESSAGES[code as FeedErrorCode];
  return { vi: fill(vi), en: fill(en) };
}

/**
 * Thrown by `readFeed` for anything but a feed. Describes the body in Vietnamese (`message`, `vi`) and English (`en`).
 */
export class FeedError extends Error {
  override readonly name = 'FeedError';
  readonly vi: string;
  readonly en: string;

  constructor(
    readonly code: FeedErrorCode,
    /** The part of the message that comes from the source: plain text of at most 200 characters. */
    readonly detail: string,
    /** See `NotAFeedError`. */
    readonly isExcerpt = false,
  ) {
    const { vi, en } = feedErrorMessage(code, detail)!;
    super(vi);
    this.vi = vi;
    this.en = en;
  }
}

/** Converts a reader's `NotAFeedError` to a `FeedError`; returns other errors unchanged. */
export const toFeedError = (error: unknown): unknown =>
  error instanceof NotAFeedError ? new FeedError(error.code, error.detail, error.isExcerpt) : error;
