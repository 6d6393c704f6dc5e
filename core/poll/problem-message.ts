import type { PollProblem, Unreached } from './poll-state.ts';

/** A message for the user in both languages. */
export interface BilingualMessage {
  vi: string;
  en: string;
}

const PROBLEM_MESSAGES: Record<Exclude<PollProblem['kind'], 'status'> | Unreached, [vi: string, en: string]> =
  {
    timeout: ['Máy chủ không trả lời kịp.', 'The server did not answer in time.'],
    refused: [
      'Máy chủ từ chối kết nối: trang có thể đang tắt.',
      'The server refused the connection. The site may be down.',
    ],
    reset: ['Kết nối bị ngắt giữa chừng.', 'The connection was lost.'],
    tls: [
      'Không thiết lập được kết nối bảo mật (HTTPS): chứng chỉ của trang đã hết hạn, sai tên miền, thiếu chứng chỉ trung gian, hoặc máy chủ quá cũ. Hãy báo người quản trị trang nguồn.',
      'No secure connection (HTTPS): the site’s certificate has expired, is for another domain, or an intermediate certificate is missing; or the server is too old. Tell the site’s webmaster.',
    ],
    redirect: [
      'Trang chuyển hướng vòng quanh, hoặc tới một địa chỉ không đọc được. Hãy kiểm tra lại địa chỉ.',
      'The site redirects in a loop, or to an address that cannot be read. Check the address.',
    ],
    'too-large': ['Nguồn quá dài nên không được đọc.', 'The source is too large and was not read.'],
    protocol: [
      'Máy chủ trả lời trái với giao thức HTTP, nên không có gì để đọc. Hãy báo người quản trị trang nguồn.',
      'The server’s response breaks the rules of HTTP, so there is nothing to read. Tell the site’s webmaster.',
    ],
    internal: [
      'Tên miền này trỏ vào mạng nội bộ hoặc vào chính máy này, nên không được đọc. Nếu nguồn quả thật ở đó, hãy ghi địa chỉ IP của máy chủ thay cho tên miền.',
      'This domain name leads to a private network or to this computer, so it was not read. If the source really is there, write the server’s IP address instead of its name.',
    ],
    'internal-redirect': [
      'Trang chuyển hướng vào mạng nội bộ hoặc vào chính máy này, nên không được đọc theo. Nếu nguồn quả thật ở đó, hãy ghi địa chỉ IP của máy chủ ấy; nếu không, hãy báo người quản trị trang nguồn.',
      'The site redirects to a private network or to this computer, so it was not followed. If the source really is there, write that server’s IP address; otherwise tell the site’s webmaster.',
    ],
    'not-a-feed': [
      'Địa chỉ này không trả về nguồn tin. Hãy kiểm tra lại địa chỉ nguồn.',
      'This address did not return a feed. Check the address of the source.',
    ],
    dns: [
      'Không tìm thấy tên miền. Hãy kiểm tra địa chỉ hoặc kết nối mạng của máy này.',
      'The domain name was not found. Check the address or this computer’s network connection.',
    ],
    login: [
      'Một trang đăng nhập hiện ra thay cho nguồn tin. Nếu mạng ở đây đòi đăng nhập, hãy đăng nhập; sau đó nguồn được đọc tiếp.',
      'A login page appears in place of the source. If the network here requires a login, log in; the source is then read again.',
    ],
    offline: ['Máy này không có kết nối mạng.', 'This computer is offline.'],
  };

const STATUS_MESSAGES: Record<number, [vi: string, en: string]> = {
  401: ['Trang yêu cầu đăng nhập (401).', 'The site requires a login (401).'],
  403: [
    'Trang không cho đọc (403). Hãy hỏi người quản trị trang nguồn.',
    'The site denies access (403). Ask its webmaster.',
  ],
  404: [
    'Không có gì ở địa chỉ này (404). Hãy kiểm tra lại địa chỉ nguồn.',
    'There is nothing at this address (404). Check the address of the source.',
  ],
  410: [
    'Nguồn đã bị gỡ hẳn (410). Hãy thay địa chỉ khác.',
    'The source was removed permanently (410). Use another address.',
  ],
  429: ['Trang yêu cầu hỏi thưa hơn (429).', 'The site asks for fewer requests (429).'],
  503: ['Trang tạm ngừng phục vụ (503).', 'The site is temporarily unavailable (503).'],
};

/**
 * Explains why a source could not be read and what to do about it.
 *
 * @param willRetry whether it is polled again: a message about a failure that may pass says so
 */
export function problemMessage(
  {
    kind,
    status = 0,
  }: {
    kind: PollProblem['kind'] | Unreached;
    status?: number;
  },
  willRetry = true,
): BilingualMessage {
  const known = kind === 'status' ? STATUS_MESSAGES[status] : PROBLEM_MESSAGES[kind];
  const [vi, en] = known ?? [`Trang báo lỗi ${status}.`, `The site returned error ${status}.`];
  const mayPass = !known || kind === 'timeout' || kind === 'reset' || status === 429 || status === 503;
  return mayPass && willRetry
    ? { vi: `${vi} Lần sau sẽ thử lại.`, en: `${en} We will try again.` }
    : { vi, en };
}
