/** The options of a block, derived from the description of its element in `custom-elements.json`. */
import { MAX_LIMIT, MAX_LIMITS } from '../../widgets/debug/value-checks.ts';
import type { ElementDescription, ManifestEntry } from '../manifest.ts';
import { type AttributeWords, attributeWords } from './words/attributes.ts';
import { TOKEN_WORDS, type TokenWords } from './words/tokens.ts';

/** How an option is asked for: its type in the manifest decides. `names` are several of the values. */
export type FieldKind = 'switch' | 'choice' | 'names' | 'number' | 'text';

/** Numbers that an attribute or custom property may hold. */
export interface Limits {
  min: number;
  max: number;
  step: number;
  /** Numbers between 0 and this mean nothing. */
  least?: number;
}

export interface Field {
  attribute: string;
  kind: FieldKind;
  words: AttributeWords;
  /** The values to choose from; of a switch, the one that it writes. */
  values: string[];
  /** What the widget does without the attribute; undefined if that is none of the values, as for a switch. */
  defaultValue: string | undefined;
  limits?: Limits;
}

export interface TokenField {
  token: string;
  words: TokenWords;
  defaultValue: string;
  limits?: Limits;
}

const whole = (min: number, max: number): Limits => ({ min, max, step: 1 });
/** More are a mistake: so long a page, so old a “new” post helps no reader. */
const MAX_DAYS = 365;
const MAX_MINUTES = 1440;
const MAX_SECONDS = 60;

const LIMITS: Record<string, Limits> = {
  'heading-level': whole(1, 6),
  'new-for': whole(0, MAX_DAYS),
  refresh: whole(0, MAX_MINUTES),
  autoplay: { ...whole(0, MAX_SECONDS), least: 2 },
  latitude: { min: -90, max: 90, step: 0.0001 },
  longitude: { min: -180, max: 180, step: 0.0001 },
};
const TOKEN_LIMITS: Record<string, Limits> = {
  '--tct-columns': whole(1, 12),
  '--tct-density': { min: 0.25, max: 4, step: 0.25 },
};

/** Themes lie about the language of their pages, so that it is always written. */
export const LANG = 'vi';

/** Attributes that the step before the options asks for. */
const SOURCES = ['src', 'school'];

function limitsOf(tag: string, attribute: string): Limits {
  if (attribute === 'limit') return whole(1, MAX_LIMITS[tag] ?? MAX_LIMIT);
  const limits = LIMITS[attribute];
  if (!limits) throw new Error(`No limits are known for the number ${attribute}`);
  return limits;
}

/** The values that a union of string literals lists. */
const listed = (type: string): string[] => [...type.matchAll(/'([^']*)'/g)].map(([, value]) => value!);

function kindOf(type: string, values: readonly string[], { several }: AttributeWords): FieldKind {
  if (type === 'boolean') return 'switch';
  if (type === 'number') return 'number';
  if (several) return 'names';
  if (values.length === 1) return 'switch';
  return values.length ? 'choice' : 'text';
}

function toField(tagName: string, { name, type, default: given }: ManifestEntry): Field {
  const words = attributeWords(tagName.replace('tct-', ''), name);
  if (!words) throw new Error(`The builder has no words for ${name} of <${tagName}>`);
  const text = type?.text ?? 'string';
  // The manifest's list of values; where the type is a mere string, that of the words.
  const values =
    text === 'boolean' ? [''] : listed(text).length ? listed(text) : Object.keys(words.values ?? {});
  const kind = kindOf(text, values, words);
  return {
    attribute: name,
    kind,
    words,
    values,
    defaultValue: name === 'lang' ? LANG : given,
    ...(kind === 'number' && { limits: limitsOf(tagName, name) }),
  };
}

/** The options of an element. @throws Error if one of its attributes has no words, or a number no limits */
export const fieldsOf = ({ tagName, attributes }: ElementDescription): Field[] =>
  attributes.filter(({ name }) => !SOURCES.includes(name)).map((entry) => toField(tagName, entry));

/** The custom properties of an element. @throws Error if one has no words */
export const tokenFieldsOf = ({ cssProperties }: ElementDescription): TokenField[] =>
  cssProperties.map(({ name, default: defaultValue = '' }) => {
    const words = TOKEN_WORDS[name];
    if (!words) throw new Error(`The builder has no words for ${name}`);
    return { token: name, words, defaultValue, ...(TOKEN_LIMITS[name] && { limits: TOKEN_LIMITS[name] }) };
  });
