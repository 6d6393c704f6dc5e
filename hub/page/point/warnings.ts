/** What is missing or doubtful about a source that a user pointed at. */
import type { ListKind, PageSource } from '../../../core/config/cluster.ts';
import type { Feed, Item } from '../../../core/model/feed.ts';
import type { Words } from '../../messages.ts';

const FIELD_NAMES: Record<string, [vi: string, en: string]> = {
  title: ['tiêu đề', 'title'],
  date: ['ngày', 'date'],
  image: ['ảnh', 'picture'],
  summary: ['tóm tắt', 'summary'],
  photos: ['các ảnh', 'photos'],
  next: ['đường dẫn tới trang sau', 'link to the next page'],
};

export const WARNINGS = {
  nothingThere: (field: string): Words => {
    const [vi, en] = FIELD_NAMES[field]!;
    return {
      vi: `Không đọc được ${vi} ở chỗ vừa chỉ.`,
      en: `No ${en} can be read from what you pointed at.`,
    };
  },
  outsideItems: (field: string): Words => {
    const [vi, en] = FIELD_NAMES[field]!;
    return {
      vi: `Chỗ vừa chỉ không dùng làm ${vi} được: nó không nằm trong mục nào của danh sách.`,
      en: `What you pointed at cannot be the ${en}: it is not part of any item of the list.`,
    };
  },
  notSeparable: {
    vi: 'Không tách được hết những mục bạn đã bỏ: chúng được viết giống hệt các mục còn lại.',
    en: 'Not all items that you excluded can be left out: they are written just like the others.',
  },
  listFirst: {
    vi: 'Hãy chỉ một album trong danh sách album trước, rồi mới chỉ ảnh trong trang của album.',
    en: 'First point at an album in the list of albums, and then at a photo in the page of an album.',
  },
  nothing: {
    vi: 'Chưa nhận ra danh sách nào trên trang. Hãy bấm vào một tiêu đề trong danh sách.',
    en: 'No list was recognised on the page. Click a headline of the list.',
  },
  single: {
    vi: 'Mới tìm thấy một mục. Hãy bấm thêm một mục khác của danh sách.',
    en: 'Only one item was found. Click another item of the list, too.',
  },
  byPosition: {
    vi: 'Danh sách không có tên riêng trong mã của trang, nên được tìm theo vị trí. Trang thêm hay bớt một khối là có thể phải chỉ lại.',
    en: 'The list has no name in the page’s code and is found by its position. If a block is added or removed, you may have to point again.',
  },
} satisfies Record<string, Words | ((field: string) => Words)>;

/** The part that most items of a kind should have, and what to do if they do not. */
const EXPECTED: Record<ListKind, { has: (item: Item) => unknown; vi: string; en: string }[]> = {
  news: [
    {
      has: (item) => item.date_published,
      vi: 'không có ngày. Nếu trang có ghi ngày, hãy chỉ ngày của một bài.',
      en: 'have no date. If the page shows dates, point at that of one post.',
    },
    { has: (item) => item.url, vi: 'không có đường dẫn tới bài.', en: 'have no link to the post.' },
  ],
  documents: [
    {
      has: (item) => item._tct?.document?.number,
      vi: 'không có số ký hiệu. Nếu bảng có cột này, hãy chỉ đầu cột đó.',
      en: 'have no number. If the table has a column of numbers, point at its head.',
    },
  ],
  gallery: [
    {
      has: (item) => item.image ?? item.attachments?.length,
      vi: 'không có ảnh.',
      en: 'have no picture.',
    },
  ],
};

/** What is missing in a reading, or doubtful about its selectors. */
export function warningsOf({ items }: Feed, source: PageSource, kind: ListKind): Words[] {
  if (!items.length) return [WARNINGS.nothing];
  const found: Words[] = [];
  const isAlbum = kind === 'gallery' && source.item === undefined;
  if (items.length === 1 && !isAlbum) found.push(WARNINGS.single);
  for (const { has, vi, en } of EXPECTED[kind]) {
    const lacking = items.filter((item) => !has(item)).length;
    if (lacking * 2 > items.length)
      found.push({
        vi: `${lacking} trong ${items.length} mục ${vi}`,
        en: `${lacking} of ${items.length} items ${en}`,
      });
  }
  if ([source.item, source.table, source.photos].some((each) => each?.includes(':nth-')))
    found.push(WARNINGS.byPosition);
  return found;
}
