import { hashText } from '../../../core/hash.ts';
import { httpUrl } from '../../../core/url.ts';
import type { Block } from '../blocks.ts';
import type { FormName, Scheme } from '../choices.ts';
import type { Words } from '../words/language.ts';
import type { Attribute } from './markup.ts';

/** What is to be embedded, whatever the form. */
export interface Embedding {
  /** URL of the hub's folder, ending in a slash. */
  hub: string;
  block: Block;
  /** Attributes of the element, without `school` and `src`. */
  attributes: readonly Attribute[];
  tokens: Readonly<Record<string, string>>;
  /** Ids of the chosen schools; empty for all. */
  schools: readonly string[];
  /** Whether these are all that the hub has for the block now. */
  areAll: boolean;
  /** Addresses of sources of one's own, which replace the hub's. */
  sources: readonly string[];
  /** Whether a source of one's own was chosen, and none of its addresses can be used. */
  lacksSource: boolean;
  /** What the frame is called for screen readers. */
  title: string;
  /** Height of the loaded block at the preview's width, in CSS pixels; 0 if it is not known. */
  height: number;
  /** Whether to reserve it. */
  reserve: boolean;
  /** Where the script goes if the editor deletes it from the code; undefined if it may stand beside the block. */
  scriptPlace?: Words | undefined;
  /** Of the page, for frames, which cannot see it. */
  scheme: Scheme;
  /** The hub's checksum of `tct-all.js`. */
  integrity?: string | undefined;
}

/** A piece of code to copy. */
export interface Piece {
  label: Words;
  code: string;
}

/** Lines of a Content-Security-Policy that a form needs, by directive. */
export type Policy = Partial<
  Record<'script-src' | 'style-src' | 'connect-src' | 'img-src' | 'frame-src' | 'trusted-types', string[]>
>;

/** One way to get a block into a page. */
export interface Form {
  name: FormName;
  /** Whether it takes attributes and custom properties; a plain list does not. */
  isStyled: boolean;
  /** Why it cannot hold the block; undefined if it can. */
  unfit: (embedding: Embedding) => Words | undefined;
  pieces: (embedding: Embedding) => Piece[];
  /** Something to be said beside the code. */
  remark?: (embedding: Embedding) => Words | undefined;
  policy: (embedding: Embedding) => Policy;
}

/** The attributes that say what the block reads. */
export const sourceAttributes = ({ schools, sources, block }: Embedding): Attribute[] => [
  ...(sources.length ? [['src', sources.join(' ')] as const] : []),
  ...(schools.length && block.list && !sources.length ? [['school', schools.join(' ')] as const] : []),
];

export interface Rule {
  className: string;
  /** The text of a stylesheet. */
  css: string;
}

/** As long as a slow connection takes for the script; then the page closes the gap that it leaves. */
const MAX_RESERVED_S = 10;

/**
 * The rule for this block alone: its custom properties, and the reserved height, which is let go when the block has
 * loaded or has failed, or after some seconds if the script does not come. In a `div`, the room is that of the empty
 * `div`, then that of the element which the script puts into it. Undefined if there is nothing to say.
 */
export function ruleOf(embedding: Embedding, isDiv: boolean): Rule | undefined {
  const { tokens, height, reserve, block, attributes } = embedding;
  const declarations = Object.entries(tokens).map(([token, value]) => `${token}:${value}`);
  const hasRoom = reserve && height > 0;
  if (!declarations.length && !hasRoom) return undefined;
  const className = `tct-${hashText(JSON.stringify([block.name, attributes, sourceAttributes(embedding), tokens])).slice(0, 5)}`;
  const loading = isDiv
    ? `.${className}:empty,.${className}>:not([state]),.${className}>[state=loading]`
    : `.${className}:not([state]),.${className}[state=loading]`;
  const room = `{display:block;min-height:${height}px;animation:${className} 0s ${MAX_RESERVED_S}s forwards}@keyframes ${className}{to{min-height:0}}`;
  return {
    className,
    css: [
      declarations.length ? `.${className}{${declarations.join(';')}}` : '',
      hasRoom ? loading + room : '',
    ].join(''),
  };
}

const originsOf = (urls: readonly string[]) => [
  ...new Set(urls.flatMap((url) => (httpUrl(url) ? [new URL(url).origin] : []))),
];

/** What the script of a block needs, wherever it comes from. */
export function widgetPolicy({ hub, sources, block }: Embedding): Policy {
  const isHttp = [hub, ...sources].some((url) => url.startsWith('http:'));
  return {
    'connect-src': sources.length ? originsOf(sources) : [hub],
    // Pictures may stay at the schools, and tomorrow's come from other hosts than today's.
    ...(block.list && { 'img-src': [...(isHttp ? ['http:'] : []), 'https:'] }),
    'trusted-types': ['lit-html', "'allow-duplicates'"],
  };
}
