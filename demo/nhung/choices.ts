import { BLOCKS, type BlockName } from './blocks.ts';
import type { Language } from './words/language.ts';

/** Widths of the preview in CSS pixels: a narrow column, a phone, a tablet, a computer. */
export const WIDTHS = [180, 320, 768, 1280] as const;
export type Width = (typeof WIDTHS)[number];

export const SCHEMES = ['light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

export const FORMS = ['tag', 'div', 'frame', 'rss', 'include', 'pinned', 'npm'] as const;
export type FormName = (typeof FORMS)[number];

/** The imitated sites, each a page in `cms/`. */
export const CMS = [
  'plain',
  'nukeviet',
  'wordpress',
  'joomla',
  'liferay',
  'dotnetnuke',
  'sharepoint',
  'table',
] as const;
export type CmsName = (typeof CMS)[number];

/** Everything that a person chooses in the builder, and that its address holds. */
export interface Choices {
  block: BlockName;
  /** Ids; empty for all. Shared by all blocks. */
  schools: string[];
  /** Addresses of a source of one's own, separated by spaces; undefined for the hub. */
  source?: string | undefined;
  /** Attributes by `valueKey`; one without a value, such as a switch, is an empty text. */
  values: Record<string, string>;
  /** Custom properties by name. Shared by all blocks. */
  tokens: Record<string, string>;
  /** Background of the partner's page, which the contrast is measured against; undefined for that of the preview. */
  paper?: string | undefined;
  /** Whether the code reserves the height. */
  reserve: boolean;
  /** Undefined for the one that suits the CMS. */
  form?: FormName | undefined;
  cms: CmsName;
  width: Width;
  scheme: Scheme;
  /** Of the builder itself. */
  language: Language;
}

export const DEFAULTS: Choices = {
  block: BLOCKS[0]!.name,
  schools: [],
  values: {},
  tokens: {},
  reserve: false,
  cms: 'plain',
  width: 768,
  scheme: 'light',
  language: 'vi',
};

/** Attributes that a site decides once, whatever the block. */
const SHARED = ['theme', 'lang', 'target', 'refresh', 'loading', 'heading-level', 'debug'];

/** Where the value of an attribute is kept: those of the site for all blocks, a layout or a heading for its block. */
export const valueKey = (block: BlockName, attribute: string): string =>
  SHARED.includes(attribute) ? attribute : `${block}.${attribute}`;

export const chosenValue = ({ block, values }: Choices, attribute: string): string | undefined =>
  values[valueKey(block, attribute)];

/** The choices with another value of an attribute of the current block; undefined removes it. */
export function withValue(choices: Choices, attribute: string, value: string | undefined): Choices {
  const { [valueKey(choices.block, attribute)]: _, ...others } = choices.values;
  return {
    ...choices,
    values: value === undefined ? others : { ...others, [valueKey(choices.block, attribute)]: value },
  };
}

/** The choices with another value of a custom property; undefined removes it. */
export function withToken(choices: Choices, token: string, value: string | undefined): Choices {
  const { [token]: _, ...others } = choices.tokens;
  return { ...choices, tokens: value === undefined ? others : { ...others, [token]: value } };
}
