import { problemMessage } from '../../core/poll/problem-message.ts';
import { pageSettings } from '../globals.ts';
import type { Finding, Words } from './finding.ts';
import { probe } from './probe.ts';
import { unknownSchool } from './schools.ts';

const LOCAL_HOST = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

const OPEN_IT: Words = [
  'Mở địa chỉ ấy trong trình duyệt để xem khối đã nhận được gì.',
  'Open that address in the browser to see what the widget received.',
];

type Message = Parameters<typeof problemMessage>[0];

const known = (message: Message, remedy = OPEN_IT): Finding => {
  const { vi, en } = problemMessage(message);
  return { problem: [vi, en], remedy };
};

/** The errors of the request; undefined for those of the readers. */
async function explainRequest(url: string): Promise<Finding> {
  let address: URL;
  try {
    address = new URL(url);
  } catch {
    return {
      problem: [`“${url}” không phải địa chỉ.`, `“${url}” is no address.`],
      remedy: ['Ghi địa chỉ bắt đầu bằng https://.', 'Write an address that begins with https://.'],
    };
  }
  if (location.protocol === 'https:' && address.protocol === 'http:' && !LOCAL_HOST.test(address.hostname))
    return {
      problem: [
        'Trang là https mà nguồn là http, nên trình duyệt chặn.',
        'The page is https and the source is http, so the browser blocks it.',
      ],
      remedy: [
        'Dùng địa chỉ https của nguồn; nguồn không có https thì đọc qua trạm thu tin.',
        'Use the https address of the source; if it has none, read it through the hub.',
      ],
    };
  if (!navigator.onLine)
    return known({ kind: 'offline' }, ['Kết nối lại rồi thử lại.', 'Connect, then try again.']);
  const { origin } = address;
  switch (await probe(url)) {
    case 'policy':
      return {
        problem: [
          'Chính sách bảo mật của trang (Content-Security-Policy, connect-src) chặn địa chỉ này.',
          'The page’s Content-Security-Policy (connect-src) blocks this address.',
        ],
        remedy: [`Thêm ${origin} vào connect-src.`, `Add ${origin} to connect-src.`],
      };
    case 'answered':
      return {
        problem: [
          'Máy chủ có trả lời, nhưng không cho trang khác đọc (thiếu CORS, Access-Control-Allow-Origin).',
          'The server answers, but lets no other site read it (no CORS, Access-Control-Allow-Origin).',
        ],
        remedy:
          origin === new URL(pageSettings().base ?? document.URL).origin
            ? [
                'Đây là trạm thu tin: dùng tệp cấu hình máy chủ trong thư mục deploy của trạm.',
                'This is the hub: use the server configuration in the hub’s deploy folder.',
              ]
            : [
                'Nhờ chủ nguồn cho phép CORS, hoặc đọc nguồn ấy qua trạm thu tin.',
                'Ask the owner of the source to allow CORS, or read it through the hub.',
              ],
      };
    default:
      return {
        problem: [
          'Không tới được máy chủ: sai tên miền, máy chủ đang tắt, chứng chỉ hỏng, hoặc một tiện ích của trình duyệt chặn.',
          'The server cannot be reached: a wrong domain, a server that is down, a bad certificate, or a browser extension that blocks it.',
        ],
        remedy: [
          'Mở địa chỉ ấy trong một thẻ mới. Không mở được thì sửa địa chỉ, hoặc báo người quản trị máy chủ.',
          'Open that address in a new tab. If it does not open, correct it, or tell the server’s webmaster.',
        ],
      };
  }
}

interface Described extends Error {
  vi?: string;
  en?: string;
}

/** Says why a source could not be read, and what to do. May ask the same address once more. */
export async function explainSource(url: string, error: unknown): Promise<Finding> {
  const { name, message, vi, en } = Object(error) as Described;
  if (!url)
    return {
      problem: [
        'Khối không có gì để đọc: thẻ không có src, và không có trạm nào cạnh script.',
        'There is nothing to read: the tag has no src, and there is no hub beside the script.',
      ],
      remedy: [
        'Ghi src, hoặc nạp tct.js từ thư mục của trạm thu tin.',
        'Write src, or load tct.js from the hub’s folder.',
      ],
    };
  const status = Number(/^HTTP (\d+)$/.exec(message)?.[1]);
  if (status) return (status === 404 && (await unknownSchool(url))) || known({ kind: 'status', status });
  if (vi && en) return { problem: [vi, en], remedy: OPEN_IT };
  if (name === 'TimeoutError' || /^no answer in \d+ s$/.test(message)) return known({ kind: 'timeout' });
  if (message === 'too large') return known({ kind: 'too-large' });
  if (name === 'SyntaxError')
    return {
      problem: [
        'Nguồn không phải JSON; thường đó là một trang HTML, chẳng hạn trang báo lỗi hay đăng nhập.',
        'The source is not JSON, but usually an HTML page, such as an error or a login.',
      ],
      remedy: OPEN_IT,
    };
  if (name === 'TypeError' || name === 'NetworkError') return explainRequest(url);
  return {
    problem: [`Không đọc được nguồn: ${message}`, `The source cannot be read: ${message}`],
    remedy: OPEN_IT,
  };
}
