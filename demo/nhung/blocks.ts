import type { Words } from './words/language.ts';

/** A list that the hub publishes for each school. */
export type ListKind = 'news' | 'documents' | 'gallery';

export type BlockName = 'latest-news' | 'document-list' | 'weather' | 'gallery';

export interface Block {
  /** The tag without `tct-`. */
  name: BlockName;
  title: Words;
  /** The hub's list that it shows; the weather has places instead of schools. */
  list?: ListKind;
}

export const BLOCKS: readonly Block[] = [
  { name: 'latest-news', title: ['Tin mới', 'Latest news'], list: 'news' },
  { name: 'document-list', title: ['Văn bản', 'Documents'], list: 'documents' },
  { name: 'weather', title: ['Thời tiết', 'Weather'] },
  { name: 'gallery', title: ['Thư viện ảnh', 'Photo gallery'], list: 'gallery' },
];

export const blockNamed = (name: string): Block | undefined => BLOCKS.find((block) => block.name === name);
