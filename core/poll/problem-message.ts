/** Why a source could not be read and what to do about it, in words. */
import type { PollProblem, Unreached } from './next.ts';

export interface BilingualMessage {
  vi: string;
  en: string;
}

const PROBLEM_MESSAGES: Record<Exclude<PollProblem['kind'], 'status'> | Unreached, [vi: string, en: string]> =
  {
    timeout: [
      'Máy chủ không trả lời kịp. Lần sau sẽ thử lại.',
      'The server did not answer in time. It will be tried again.',
    ],
    refused: [
      'Máy chủ từ chối kết nối: trang có thể đang tắt.',
      'The server refused the connection: the site may be down.',
    ],
    reset: [
      'Kết nối bị ngắt giữa chừng. Lần sau sẽ thử lại.',
      'The connection broke off. It will be tried again.',
    ],
    tls: [
      'Không lập được kết nối bảo mật (HTTPS): chứng chỉ của trang hết hạn, sai tên miền, thiếu chứng chỉ trung gian, hoặc máy chủ quá cũ. Hãy báo người quản trị trang nguồn.',
      'No secure connection (HTTPS): the site’s certificate has expired, is for another name or lacks one in between, or the server is too old. Tell the site’s webmaster.',
    ],
    redirect: [
      'Trang chuyển hướng vòng quanh, hoặc tới một địa chỉ không đọc được. Hãy kiểm tra lại địa chỉ.',
      'The site redirects in circles, or to where nothing can be read. Check the address.',
    ],
    'too-large': ['Nguồn quá dài nên không được đọc.', 'The source is too long and was not read.'],
    'not-a-feed': [
      'Địa chỉ này trả lời một thứ không phải nguồn tin. Hãy kiểm tra lại địa chỉ nguồn.',
      'What this address answers is no feed. Check the address of the source.',
    ],
    dns: [
      'Không tìm thấy tên miền. Hãy kiểm tra địa chỉ, hoặc kết nối mạng của máy này.',
      'The domain name was not found. Check the address, or this computer’s network.',
    ],
    offline: ['Máy này không có mạng.', 'This computer is offline.'],
  };

const STATUS_MESSAGES: Record<number, [vi: string, en: string]> = {
  401: ['Trang đòi đăng nhập (401).', 'The site wants a login (401).'],
  403: [
    'Trang không cho đọc (403). Hãy hỏi người quản trị trang nguồn.',
    'The site forbids reading (403). Ask its webmaster.',
  ],
  404: [
    'Không có gì ở địa chỉ này (404). Hãy kiểm tra lại địa chỉ nguồn.',
    'There is nothing at this address (404). Check the address of the source.',
  ],
  410: [
    'Nguồn đã được gỡ hẳn (410). Hãy thay địa chỉ khác.',
    'The source is gone for good (410). Use another address.',
  ],
  429: [
    'Trang yêu cầu hỏi thưa hơn (429). Sẽ đợi rồi thử lại.',
    'The site wants to be asked less often (429). It will be tried again later.',
  ],
  503: [
    'Trang tạm ngừng phục vụ (503). Lần sau sẽ thử lại.',
    'The site is out of service for now (503). It will be tried again.',
  ],
};

/** @param problem of a poll's state, or why it did not reach the source */
export function problemMessage({
  kind,
  status = 0,
}: {
  kind: PollProblem['kind'] | Unreached;
  status?: number;
}): BilingualMessage {
  const [vi, en] =
    kind === 'status'
      ? (STATUS_MESSAGES[status] ?? [
          `Trang báo lỗi ${status}. Lần sau sẽ thử lại.`,
          `The site reports error ${status}. It will be tried again.`,
        ])
      : PROBLEM_MESSAGES[kind];
  return { vi, en };
}
