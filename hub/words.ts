import type { Kind } from '../core/cluster.ts';
import type { Outcome } from '../core/poll/next.ts';

/** What the lists are called. */
export const LIST: Record<Kind, string> = { news: 'Tin', documents: 'Văn bản', gallery: 'Ảnh' };

const FAILURES: Record<string, string> = {
  timeout: 'Máy chủ không trả lời kịp. Lần sau sẽ thử lại.',
  refused: 'Máy chủ từ chối kết nối: trang có thể đang tắt.',
  reset: 'Kết nối bị ngắt giữa chừng. Lần sau sẽ thử lại.',
  tls: 'Không lập được kết nối bảo mật (HTTPS): chứng chỉ của trang hết hạn, sai tên miền, thiếu chứng chỉ trung gian, hoặc máy chủ quá cũ. Hãy báo người quản trị trang nguồn.',
  redirect: 'Trang chuyển hướng vòng quanh, hoặc tới một địa chỉ không đọc được. Hãy kiểm tra lại địa chỉ.',
  'too-large': 'Nguồn dài hơn 32 MB nên không được đọc.',
  dns: 'Không tìm thấy tên miền. Hãy kiểm tra địa chỉ, hoặc kết nối mạng của máy này.',
  offline: 'Máy này không có mạng.',
};

const STATUSES: Record<number, string> = {
  401: 'Trang đòi đăng nhập (401).',
  403: 'Trang không cho đọc (403). Hãy hỏi người quản trị trang nguồn.',
  404: 'Không có gì ở địa chỉ này (404). Hãy kiểm tra lại địa chỉ nguồn.',
  410: 'Nguồn đã được gỡ hẳn (410). Hãy thay địa chỉ khác.',
  429: 'Trang yêu cầu hỏi thưa hơn (429). Sẽ đợi rồi thử lại.',
  503: 'Trang tạm ngừng phục vụ (503). Lần sau sẽ thử lại.',
};

/** Why a poll brought nothing, for a webmaster; undefined if it did. */
export function whyNot(outcome: Outcome): string | undefined {
  if ('failure' in outcome) return FAILURES[outcome.failure];
  const { status } = outcome;
  if (status < 300 || status === 304) return undefined;
  return STATUSES[status] ?? `Trang báo lỗi ${status}. Lần sau sẽ thử lại.`;
}
