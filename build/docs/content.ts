import { fold } from '../../core/text/fold.ts';
import type { SearchEntry } from '../../demo/docs/search.ts';
import { plainText } from './html.ts';

/** A part of a page, below a heading. */
export interface Section {
  id: string;
  /** HTML. */
  title: string;
  /** 2 or 3. */
  level: number;
  html: string;
  /** Entries of the section that are found by themselves, such as attributes. */
  entries?: { id: string; title: string; label?: string; text: string }[];
}

/** What is on a page, without what all pages have. */
export interface Content {
  /** HTML. */
  title: string;
  /** HTML; may be empty. */
  lead: string;
  /** HTML before the first section. */
  intro: string;
  sections: Section[];
  /** Whether there are widgets on the page. */
  isLive?: boolean;
}

/** The id of a heading: its words without diacritics. */
export const idFor = (title: string): string =>
  fold(plainText(title))
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');

/** What the search finds on a page. */
export function searchEntriesOf({ title, lead, intro, sections }: Content, file: string): SearchEntry[] {
  const page = plainText(title);
  return [
    { title: page, page: '', url: file, text: plainText(`${lead} ${intro}`) },
    ...sections.flatMap((section) => [
      {
        title: plainText(section.title),
        page,
        url: `${file}#${section.id}`,
        text: section.entries ? '' : plainText(section.html),
      },
      ...(section.entries ?? []).map(({ id, ...entry }) => ({
        ...entry,
        page,
        url: `${file}#${id}`,
        isReference: true as const,
      })),
    ]),
  ];
}
