import type { Item, ReadContext } from '../model/feed.ts';

/** Leaves out of the text of a post what a site's software adds to it; see `boilerplate.ts`. */
export interface TextCleaner {
  /** Whether the content of a tag is such an addition. `raw`: the text between the tag's name and `>`. */
  isAddition: (raw: string) => boolean;
  /** For each text. */
  links: () => LinkCleaner;
  /** Cleans a normalized text. */
  clean: (text: string, title: string | undefined) => string;
}

/** Is told the links and words of a text, and returns its lines without links that were added at their ends. */
export interface LinkCleaner {
  open: (raw: string, line: string) => void;
  close: () => void;
  addWords: (words: string) => void;
  endLine: (line: string) => string;
}

type Html = { html?: string; base?: string } | undefined;

/** What is done with the texts of posts only where they are shown. The extension shows none. */
export interface Refinements {
  cleaner?: TextCleaner;
  /** For lists of albums: adds the photos in the texts of a post, as the source has them, to its attachments. */
  addPhotos?: (item: Item, summary: Html, content: Html) => void;
}

/** Where a body came from, and what is done with its posts. */
export type RefinedContext = ReadContext & Refinements;
