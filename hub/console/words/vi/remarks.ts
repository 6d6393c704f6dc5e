import { digits, formatDay } from '../../format.ts';
import type { Difference, Part, Remark, Thing } from '../../remarks/remarks.ts';

const number = (count: number) => digits(count, 'vi');
const day = (time: number) => formatDay(time, 'vi');

const THINGS: Record<Thing, string> = { post: 'bài', document: 'văn bản', album: 'album', photo: 'ảnh' };

const PARTS: Record<Part, string> = {
  dated: 'ngày đăng',
  pictures: 'ảnh',
  texts: 'tóm tắt',
  numbers: 'số ký hiệu',
  files: 'tệp đính kèm',
  captions: 'chú thích',
};

/** What a source has and lacks, wherever it is said. */
export const remarks = {
  counted: (count: number, thing: Thing) => `${number(count)} ${THINGS[thing]}`,
  fine: 'Không thiếu gì.',

  remark: (remark: Remark): string => {
    const thing = 'thing' in remark ? THINGS[remark.thing] : '';
    switch (remark.code) {
      case 'none':
        return `Không có ${thing} nào.`;
      case 'few':
        return `Chỉ có ${number(remark.having)} ${thing}.`;
      case 'beyond':
        return `Chỉ thấy ${number(remark.having)} trong ${number(remark.of)} ${thing} của trang.`;
      case 'titles':
        return 'Chỉ có tiêu đề, không có tóm tắt và ảnh.';
      case 'lacks':
        return `Không có ${PARTS[remark.part]}.`;
      case 'some':
        return `Chỉ ${number(remark.having)} trong ${number(remark.of)} ${thing} có ${PARTS[remark.part]}.`;
      case 'old':
        return `${thing[0]!.toUpperCase()}${thing.slice(1)} mới nhất từ ${day(remark.newest)}.`;
      case 'no-next-page':
        return 'Cần đọc nhiều trang, nhưng không thấy liên kết sang trang sau.';
      case 'same-title':
        return `Mọi mục đều có tiêu đề “${remark.title}”. Hãy chỉ đúng chỗ ghi tiêu đề.`;
      case 'elsewhere':
        return `${number(remark.having)} trong ${number(remark.of)} ${thing} dẫn sang trang khác: đây có thể là khối liên kết hay quảng cáo.`;
      case 'no-photos':
        return `Chưa đọc được ảnh trong album “${remark.album}”: ${remark.refusal}`;
    }
  },

  difference: (difference: Difference): string => {
    const thing = THINGS[difference.thing];
    switch (difference.code) {
      case 'posts':
        return `${difference.more ? 'thêm' : 'ít hơn'} ${number(difference.by)} ${thing}`;
      case 'part':
        if (difference.isWhole) return `${difference.more ? 'có' : 'không có'} ${PARTS[difference.part]}`;
        return `${difference.more ? 'nhiều' : 'ít'} ${thing} có ${PARTS[difference.part]} hơn`;
      case 'newest':
        return `${difference.more ? 'mới hơn' : 'cũ hơn'}: ${thing} mới nhất ${day(difference.newest)}`;
    }
  },
};
