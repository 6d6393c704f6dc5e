import { pageSettings } from '../globals.ts';
import type { Finding } from './finding.ts';

/** Whether the page's policy refuses what Lit needs; Safari names it only at the first attempt of two. */
function isPolicyRefused({ name, message }: Error): boolean {
  if (name === 'TypeError') return /policy/i.test(message);
  if (name !== 'ReferenceError') return false;
  const { trustedTypes } = globalThis as {
    trustedTypes?: { createPolicy(name: string, rules: object): unknown };
  };
  try {
    trustedTypes?.createPolicy('lit-html', {});
    return false;
  } catch {
    return true;
  }
}

/**
 * Says why a widget's code did not come.
 *
 * @param error undefined if there was no answer
 */
export function explainCode(error: unknown): Finding {
  const { base } = pageSettings();
  const { message } = Object(error) as Error;
  if (isPolicyRefused(Object(error)))
    return {
      problem: [
        'Chính sách của trang (Content-Security-Policy, trusted-types) không cho mã của khối chạy.',
        'The page’s Content-Security-Policy (trusted-types) does not let the widget’s code run.',
      ],
      remedy: [
        "Thêm lit-html 'allow-duplicates' vào trusted-types.",
        "Add lit-html 'allow-duplicates' to trusted-types.",
      ],
    };
  return {
    problem: [
      `Không tải được mã của khối từ ${base}${message ? ` (${message})` : ': máy chủ không trả lời'}.`,
      `The widget’s code could not be loaded from ${base}${message ? ` (${message})` : ': the server does not answer'}.`,
    ],
    remedy: [
      'Mở địa chỉ ấy trong một thẻ mới: phải thấy mã JavaScript. Có Content-Security-Policy thì thêm địa chỉ trạm vào script-src; máy chủ gửi sai kiểu MIME thì dùng tệp trong thư mục deploy của trạm.',
      'Open that address in a new tab: you should see JavaScript. With a Content-Security-Policy, add the hub to script-src; if the server sends a wrong MIME type, use the files in the hub’s deploy folder.',
    ],
  };
}
