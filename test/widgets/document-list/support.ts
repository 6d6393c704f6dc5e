/** What the tests of documents share: documents, and what a visitor does with the list of them. */
import type { DocumentFacts, Item } from '../../../core/model/feed.ts';
import '../../../widgets/document-list/define.ts';
import type { TctDocumentList } from '../../../widgets/document-list/document-list.ts';
import { address, addTag, feed, inState, item, json, network, part } from '../support.ts';

export const paper = (id: string, title: string, facts: DocumentFacts, more: Partial<Item> = {}): Item =>
  item(id, { title, ...more, _tct: { precision: 'day', ...more._tct, document: facts } });

export const PAPERS = [
  paper(
    '1',
    'Về tiêu chí trường chính trị chuẩn',
    {
      ...{ number: '11-QĐ/TW', type: 'Quy định', issuer: 'Ban Bí thư', signer: 'Võ Văn Thưởng' },
      ...{ issued: '2021-05-19', effective: '2021-05-19', status: 'valid' },
    },
    {
      attachments: [
        { url: 'https://truong.example/11.pdf', mime_type: 'application/pdf', size_in_bytes: 1_234_567 },
        { url: 'https://truong.example/11.docx', mime_type: 'application/octet-stream' },
      ],
    },
  ),
  paper('2', 'Đào tạo cán bộ Đà Nẵng', {
    ...{ number: '2/QĐ-TCT', type: 'Quyết định', issuer: 'Trường Chính trị', issued: '2022-01-05' },
    ...{ expires: '2023-01-01' },
  }),
  paper('3', 'Kế hoạch da dạng hoá', {
    ...{ number: '10/KH-TCT', type: 'Kế hoạch', issuer: 'Trường Chính trị', issued: '2022-03-01' },
  }),
  item('4', { title: 'Lịch công tác tuần' }),
];

/** One that says everything, at length. */
export const FULL = paper(
  'full',
  'Về việc triệu tập học viên lớp bồi dưỡng lãnh đạo, quản lý cấp phòng khóa II năm 2026 và các nội dung chuẩn bị',
  {
    ...{ number: '1595/HD-HVCTQG', type: 'Giấy giới thiệu', field: 'Tổ chức – hành chính' },
    ...{ issuer: 'Phòng Quản lý đào tạo và Nghiên cứu khoa học', signer: 'Nguyễn Thị Phương Thảo' },
    ...{ issued: '2026-11-20', effective: '2026-11-20', expires: '2026-12-31', status: 'valid' },
  },
  {
    attachments: [
      { url: 'https://truong.example/1.pdf', mime_type: 'application/pdf', size_in_bytes: 1_234_567 },
      { url: 'https://truong.example/1.docx', mime_type: 'application/msword', size_in_bytes: 987_000 },
    ],
    _tct: { precision: 'day', school: 'nb' },
  },
);

/** Before each test a network that answers with documents, for which a test may put another; afterwards a page as before. */
export function eachTimePapers(papers = PAPERS): { net: ReturnType<typeof network> } {
  const page = {} as { net: ReturnType<typeof network> };
  beforeEach(() => {
    page.net = network(() => json(feed(papers)));
  });
  afterEach(() => {
    page.net.restore();
    document.body.replaceChildren();
    history.replaceState(null, '', location.pathname + location.hash);
  });
  return page;
}

export const ready = async (
  attributes: Record<string, string> = {},
  width = 900,
): Promise<TctDocumentList> => {
  const element = addTag('tct-document-list', { src: address(), ...attributes });
  element.style.width = `${width}px`;
  await inState(element, 'ready');
  await element.updateComplete;
  return element;
};
export const shown = (element: Element) =>
  [...element.shadowRoot!.querySelectorAll('[part=title]')].map((each) => each.textContent!.trim());
export const $ = <T extends HTMLElement>(element: Element, selector: string) =>
  element.shadowRoot!.querySelector<T>(selector)!;
export const type = async (element: TctDocumentList, query: string) => {
  const box = part<HTMLInputElement>(element, 'search')!;
  box.value = query;
  box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await element.updateComplete;
};
export const press = async (element: TctDocumentList, selector: string) => {
  $(element, selector).click();
  await element.updateComplete;
};
export const pick = async (element: TctDocumentList, index: number, value: string) => {
  const select = element.shadowRoot!.querySelectorAll<HTMLSelectElement>('[part=filters] select')[index]!;
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await element.updateComplete;
};
