/** Shared by the tests of the document list: documents, and user actions. */
import type { DocumentFacts, Item } from '../../../core/model/feed.ts';
import '../../../widgets/document-list/define.ts';
import type { TctDocumentList } from '../../../widgets/document-list/document-list.ts';
import { addElement, fakeNetwork, feed, item, json, part, uniqueUrl, waitForState } from '../support.ts';

export const documentItem = (
  id: string,
  title: string,
  facts: DocumentFacts,
  more: Partial<Item> = {},
): Item => item(id, { title, ...more, _tct: { precision: 'day', ...more._tct, document: facts } });

export const DOCUMENTS = [
  documentItem(
    '1',
    'Về tiêu chí trường chính trị chuẩn',
    {
      number: '11-QĐ/TW',
      type: 'Quy định',
      issuer: 'Ban Bí thư',
      signer: 'Võ Văn Thưởng',
      issued: '2021-05-19',
      effective: '2021-05-19',
      status: 'valid',
    },
    {
      attachments: [
        { url: 'https://truong.example/11.pdf', mime_type: 'application/pdf', size_in_bytes: 1_234_567 },
        { url: 'https://truong.example/11.docx', mime_type: 'application/octet-stream' },
      ],
    },
  ),
  documentItem('2', 'Đào tạo cán bộ Đà Nẵng', {
    number: '2/QĐ-TCT',
    type: 'Quyết định',
    issuer: 'Trường Chính trị',
    issued: '2022-01-05',
    expires: '2023-01-01',
  }),
  documentItem('3', 'Kế hoạch da dạng hoá', {
    number: '10/KH-TCT',
    type: 'Kế hoạch',
    issuer: 'Trường Chính trị',
    issued: '2022-03-01',
  }),
  item('4', { title: 'Lịch công tác tuần' }),
];

/** A document with long values in every field. */
export const FULL_DOCUMENT = documentItem(
  'full',
  'Về việc triệu tập học viên lớp bồi dưỡng lãnh đạo, quản lý cấp phòng khóa II năm 2026 và các nội dung chuẩn bị',
  {
    number: '1595/HD-HVCTQG',
    type: 'Giấy giới thiệu',
    field: 'Tổ chức – hành chính',
    issuer: 'Phòng Quản lý đào tạo và Nghiên cứu khoa học',
    signer: 'Nguyễn Thị Phương Thảo',
    issued: '2026-11-20',
    effective: '2026-11-20',
    expires: '2026-12-31',
    status: 'valid',
  },
  {
    attachments: [
      { url: 'https://truong.example/1.pdf', mime_type: 'application/pdf', size_in_bytes: 1_234_567 },
      { url: 'https://truong.example/1.docx', mime_type: 'application/msword', size_in_bytes: 987_000 },
    ],
    _tct: { precision: 'day', school: 'nb' },
  },
);

/** Answers each test's requests with documents; a test may replace `net`. Restores the page afterwards. */
export function useDocuments(documents = DOCUMENTS): { net: ReturnType<typeof fakeNetwork> } {
  const page = {} as { net: ReturnType<typeof fakeNetwork> };
  beforeEach(() => {
    page.net = fakeNetwork(() => json(feed(documents)));
  });
  afterEach(() => {
    page.net.restore();
    document.body.replaceChildren();
    history.replaceState(null, '', location.pathname + location.hash);
  });
  return page;
}

export const readyList = async (
  attributes: Record<string, string> = {},
  width = 900,
): Promise<TctDocumentList> => {
  const element = addElement('tct-document-list', { src: uniqueUrl(), ...attributes });
  element.style.width = `${width}px`;
  await waitForState(element, 'ready');
  await element.updateComplete;
  return element;
};
export const shownTitles = (element: Element) =>
  [...element.shadowRoot!.querySelectorAll('[part=title]')].map((each) => each.textContent!.trim());
export const $ = <T extends HTMLElement>(element: Element, selector: string) =>
  element.shadowRoot!.querySelector<T>(selector)!;
export const typeQuery = async (element: TctDocumentList, query: string) => {
  const box = part<HTMLInputElement>(element, 'search')!;
  box.value = query;
  box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await element.updateComplete;
};
export const clickOn = async (element: TctDocumentList, selector: string) => {
  $(element, selector).click();
  await element.updateComplete;
};
export const chooseFilter = async (element: TctDocumentList, index: number, value: string) => {
  const select = element.shadowRoot!.querySelectorAll<HTMLSelectElement>('[part=filters] select')[index]!;
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await element.updateComplete;
};
