import type { Language } from '../language.ts';
import type { EntryKind } from '../manifest.ts';

/** Texts around the content of the documentation. */
interface DocsWords {
  site: string;
  otherLanguage: string;
  search: string;
  searchHint: string;
  found: (count: number) => string;
  copy: string;
  copied: string;
  pressCopyKeys: string;
  inThisPage: string;
  allPages: string;
  hubNote: string;
  kinds: Record<EntryKind, string>;
  example: string;
  needsScript: string;
  type: string;
  defaultValue: string;
  values: string;
  severalValues: string;
  emptyValue: string;
  flag: string;
  property: string;
  returns: string;
  detail: string;
  inherits: string;
  defaultSlot: string;
  stateSelector: string;
  typesLead: string;
  openAlone: string;
}

export const WORDS: Record<Language, DocsWords> = {
  vi: {
    site: 'tct-widgets',
    otherLanguage: 'English',
    search: 'Tìm trong tài liệu',
    searchHint: 'Thuộc tính, phần, việc cần làm; không cần gõ dấu',
    found: (count) => (count ? `${count} kết quả` : 'Không tìm thấy gì.'),
    copy: 'Chép',
    copied: 'Đã chép.',
    pressCopyKeys: 'Nhấn Ctrl+C để chép.',
    inThisPage: 'Trong trang này',
    allPages: 'Các trang',
    hubNote: 'Trong mã dưới đây, thay https://tin.truong.example/ bằng địa chỉ trạm thu tin của cụm.',
    kinds: {
      attributes: 'Thuộc tính',
      members: 'Cho script của trang',
      events: 'Sự kiện',
      slots: 'Nội dung trong thẻ',
      cssStates: 'Trạng thái',
      cssParts: 'Phần chỉnh được bằng ::part()',
      cssProperties: 'Biến CSS',
    },
    example: 'Ví dụ',
    needsScript: 'Ví dụ này cần JavaScript.',
    type: 'kiểu',
    defaultValue: 'mặc định',
    values: 'giá trị',
    severalValues: 'một hay nhiều giá trị',
    emptyValue: 'rỗng',
    flag: 'có hay không',
    property: 'thuộc tính của đối tượng',
    returns: 'trả về',
    detail: '`detail` gồm',
    inherits: 'Có thêm các mục của',
    defaultSlot: 'giữa thẻ mở và thẻ đóng',
    stateSelector: 'Thuộc tính `state` cho biết trạng thái; trình duyệt đủ mới hiểu cả `:state()`.',
    typesLead:
      'Kiểu TypeScript của những gì các khối đưa cho script của trang, lấy từ mã nguồn. Mọi ngày giờ là chuỗi, mọi địa chỉ là http(s) tuyệt đối.',
    openAlone: 'Mở riêng ví dụ này',
  },
  en: {
    site: 'tct-widgets',
    otherLanguage: 'Tiếng Việt',
    search: 'Search the documentation',
    searchHint: 'Attributes, parts, tasks',
    found: (count) => (count === 1 ? '1 result' : count ? `${count} results` : 'Nothing found.'),
    copy: 'Copy',
    copied: 'Copied.',
    pressCopyKeys: 'Press Ctrl+C to copy.',
    inThisPage: 'On this page',
    allPages: 'All pages',
    hubNote: 'In the code below, replace https://tin.truong.example/ by the address of your cluster’s hub.',
    kinds: {
      attributes: 'Attributes',
      members: 'For scripts',
      events: 'Events',
      slots: 'Content of the tag',
      cssStates: 'States',
      cssParts: 'Parts for ::part()',
      cssProperties: 'Custom properties',
    },
    example: 'Example',
    needsScript: 'This example needs JavaScript.',
    type: 'type',
    defaultValue: 'default',
    values: 'values',
    severalValues: 'one value or several',
    emptyValue: 'empty',
    flag: 'present or absent',
    property: 'property',
    returns: 'returns',
    detail: '`detail` has',
    inherits: 'Has also what there is in',
    defaultSlot: 'between the opening and the closing tag',
    stateSelector: 'The attribute `state` names the state; recent browsers match `:state()` too.',
    typesLead:
      'The TypeScript types of what the widgets hand to scripts, taken from the source code. All dates are strings, all addresses absolute http(s).',
    openAlone: 'Open this example alone',
  },
};
