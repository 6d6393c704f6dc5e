import type { SearchWords } from '../types/search.ts';

export const vi: SearchWords = {
  search: 'Tìm trong tin',
  searchPlaceholder: 'Tìm, không cần gõ dấu',
  found: (count) => (count ? `${count} tin` : 'Không tìm thấy tin nào.'),
};
