/** Answers in place of a hub's, for the states that a hub is rarely in. */

/** Addresses that begin so are answered here. */
const PREFIX = 'https://trang-thai.example/';

const EMPTY = { version: 'https://jsonfeed.org/version/1.1', title: 'Trường mẫu', items: [], places: [] };

/** A file name and a number, as schools do write them: without a place to break. */
const LONG_WORD = 'KH_chi_tiet_to_chuc_Hoi_nghi_tong_ket_nam_hoc_2025-2026_ban_chinh_thuc_da_ky.signed.pdf';
const LONG = {
  ...EMPTY,
  items: [LONG_WORD, `Thông báo ${'rất '.repeat(30)}dài`, 'Ngắn'].map((title, index) => ({
    id: `${index}`,
    url: `${PREFIX}bai/${index}`,
    title,
    summary: `${LONG_WORD} ${'Tóm tắt dài. '.repeat(20)}`,
    content_text: '',
    date_published: '2026-11-20T08:00:00+07:00',
    authors: [{ name: `Khoa ${LONG_WORD}` }],
    attachments: [{ url: `${PREFIX}tep/${LONG_WORD}`, mime_type: 'application/pdf', title: LONG_WORD }],
    image: new URL('khong-co.jpg', location.href).href,
    _tct: { document: { number: `${'1'.repeat(45)}/QĐ-TCT`, type: 'Quyết định', issued: '2026-11-20' } },
  })),
};

const json = (value: unknown) =>
  new Response(JSON.stringify(value), { headers: { 'Content-Type': 'application/feed+json' } });

const ANSWERS: Record<string, () => Response | Promise<Response>> = {
  loading: () => new Promise(() => {}),
  empty: () => json(EMPTY),
  error: () => Promise.reject(new TypeError('Failed to fetch')),
  long: () => json(LONG),
};

/** The address of an answer: `loading`, `empty`, `error` or `long`. */
export const answerUrl = (name: string): string => `${PREFIX}${name}`;

/**
 * Answers requests to `answerUrl`. Those with the query `then-lost` succeed once each. Others go to the network.
 */
export function answerHere(): void {
  const { fetch } = window;
  const known = new Set<string>();
  window.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const answer = url.startsWith(PREFIX) ? ANSWERS[url.slice(PREFIX.length)] : undefined;
    if (answer) return answer();
    if (url.includes('?then-lost=')) {
      if (known.has(url)) throw new TypeError('Failed to fetch');
      known.add(url);
    }
    return fetch(input, init);
  };
}
