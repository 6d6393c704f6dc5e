import type { Finding } from '../../../widgets/debug/finding.ts';
import type { Block } from '../blocks.ts';
import type { Choices } from '../choices.ts';
import type { Field, TokenField } from '../fields.ts';
import type { Embedding, Form } from '../forms/embedding.ts';
import type { Hub } from '../hub.ts';
import type { SourceReport } from '../own-source.ts';
import type { Seen } from '../preview.ts';
import type { Words } from '../words/language.ts';

/** What the page shows. */
export interface Model {
  choices: Choices;
  /** Undefined until its files have been read. */
  hub: Hub | undefined;
  blocks: readonly Block[];
  fields: readonly Field[];
  tokenFields: readonly TokenField[];
  /** What was corrected, by attribute, custom property, or name of another choice. */
  notes: ReadonlyMap<string, Words>;
  /** Whether these are mistakes of the address that was opened. */
  isAddressWrong: boolean;
  embedding: Embedding;
  form: Form;
  /** `sha256-…` of the style in the code; undefined if there is none or the browser cannot tell. */
  styleHash: string | undefined;
  seen: Seen | undefined;
  /** What came of reading sources of one's own; undefined while they are being read. */
  reports: readonly SourceReport[] | undefined;
  weatherProblem: Finding | undefined;
  /** What a screen reader has to say now, such as that the code was copied. */
  said: Words | undefined;
  /** Why the preview is empty; undefined if it is not. */
  previewProblem: Words | undefined;
  /** The page's own address, which holds the choices. */
  address: string;
}

/** What a person may do. Values come as they were typed; they are corrected before they are used. */
export interface Actions {
  choose: (patch: Partial<Choices>) => void;
  setValue: (field: Field, typed: string | undefined) => void;
  setToken: (field: TokenField, typed: string | undefined) => void;
  setPaper: (typed: string) => void;
  setSource: (typed: string) => void;
  reset: () => void;
  retry: () => void;
  /** @param shown what is selected where the browser does not let pages copy */
  copy: (text: string, shown: Element) => void;
}

/** Translates into the language of the builder. */
export type Say = (words: Words) => string;
