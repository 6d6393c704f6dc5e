/** The builder's choices as the hash of its address, which can be shared. */
import { BLOCKS, type BlockName, blockNamed } from './blocks.ts';
import { type Choices, CMS, DEFAULTS, FORMS, SCHEMES, WIDTHS } from './choices.ts';
import { LANGUAGES } from './words/language.ts';

const isOneOf = <Value>(values: readonly Value[], value: unknown): value is Value =>
  values.includes(value as Value);

/** The parameters that differ from the defaults. */
export function toHash(choices: Choices): string {
  const { block, schools, source, values, tokens, paper, reserve, form, cms, width, scheme, language } =
    choices;
  const parameters = new URLSearchParams({ block });
  const add = (name: string, value: string | undefined) => value !== undefined && parameters.set(name, value);
  if (schools.length) add('school', schools.join(' '));
  add('src', source);
  for (const [name, value] of Object.entries({ ...values, ...tokens })) add(name, value);
  add('paper', paper);
  if (reserve) add('reserve', '');
  add('form', form);
  if (cms !== DEFAULTS.cms) add('cms', cms);
  if (width !== DEFAULTS.width) add('width', String(width));
  if (scheme !== DEFAULTS.scheme) add('scheme', scheme);
  if (language !== DEFAULTS.language) add('ui', language);
  return `#${parameters}`;
}

export interface ReadAddress {
  choices: Choices;
  /** Parameters that mean nothing, as they are written. Values of attributes and custom properties are not checked. */
  unknown: string[];
}

/**
 * Reads what `toHash` wrote, or `#gallery` for a block alone. Attributes of the block may be written without its name.
 *
 * @param names the keys of `Choices.values` and the custom properties that exist
 */
export function fromHash(hash: string, names: ReadonlySet<string>): ReadAddress {
  const choices: Choices = { ...DEFAULTS, values: {}, tokens: {} };
  const unknown: string[] = [];
  /** Sets what a parameter says, if its value is one that exists. */
  const readChoice = (name: string, value: string): boolean => {
    if (name === 'block' && blockNamed(value)) choices.block = value as BlockName;
    else if (name === 'school') choices.schools = value.split(/\s+/).filter(Boolean);
    else if (name === 'src') choices.source = value;
    else if (name === 'paper') choices.paper = value;
    else if (name === 'reserve') choices.reserve = true;
    else if (name === 'form' && isOneOf(FORMS, value)) choices.form = value;
    else if (name === 'cms' && isOneOf(CMS, value)) choices.cms = value;
    else if (name === 'width' && isOneOf(WIDTHS, Number(value)))
      choices.width = Number(value) as Choices['width'];
    else if (name === 'scheme' && isOneOf(SCHEMES, value)) choices.scheme = value;
    else if (name === 'ui' && isOneOf(LANGUAGES, value)) choices.language = value;
    else return false;
    return true;
  };
  const parameters = [...new URLSearchParams(hash.replace(/^#/, ''))];
  const block =
    parameters.find(([name, value]) => name === 'block' && blockNamed(value))?.[1] ?? choices.block;
  for (const [name, value] of parameters) {
    const ownName = `${block}.${name}`;
    if (names.has(name)) (name.startsWith('--') ? choices.tokens : choices.values)[name] = value;
    else if (names.has(ownName)) choices.values[ownName] = value;
    else if (!value && BLOCKS.some((block) => block.name === name)) choices.block = name as BlockName;
    else if (!readChoice(name, value)) unknown.push(`${name}=${value}`);
  }
  return { choices, unknown };
}
