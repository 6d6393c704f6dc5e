import { blockNamed } from './blocks.ts';
import { type Choices, chosenValue } from './choices.ts';
import { schoolsFor } from './corrected-choices.ts';
import { type Field, LANG, type TokenField } from './fields.ts';
import type { Embedding } from './forms/embedding.ts';
import type { Attribute } from './forms/markup.ts';
import { type Hub, schoolsWith } from './hub.ts';
import { completeSource } from './own-source.ts';
import { CMS_WORDS } from './words/cms.ts';
import { inLanguage } from './words/language.ts';

interface Parts {
  /** The options of the chosen block. */
  fields: readonly Field[];
  tokens: readonly TokenField[];
  hub: Hub;
  /** As measured in the preview. */
  height: number;
}

/** They name a place, and the server in `src` to ask about it. */
const COORDINATES = ['latitude', 'longitude'];

/** What the choices say about the block, without what the widget does by default. */
export function toEmbedding(choices: Choices, { fields, tokens, hub, height }: Parts): Embedding {
  const block = blockNamed(choices.block)!;
  const isOwn = choices.source !== undefined;
  const sources = isOwn ? completeSource(choices.source ?? '').urls : [];
  const lang = chosenValue(choices, 'lang') ?? LANG;
  const written = fields.flatMap(({ attribute, defaultValue }): Attribute[] => {
    const value = chosenValue(choices, attribute);
    const isIdle = COORDINATES.includes(attribute)
      ? !sources.length
      : attribute === 'places' && sources.length > 0;
    return attribute === 'lang' || value === undefined || value === defaultValue || isIdle
      ? []
      : [[attribute, value]];
  });
  const schools = isOwn ? [] : schoolsFor(choices, hub);
  return {
    hub: hub.address,
    block,
    attributes: [['lang', lang], ...written],
    tokens: Object.fromEntries(
      tokens.flatMap(({ token }) => (choices.tokens[token] ? [[token, choices.tokens[token]]] : [])),
    ),
    schools,
    areAll: schools.length === schoolsWith(hub, block.list).length,
    sources,
    lacksSource: isOwn && !sources.length,
    title: chosenValue(choices, 'heading') || inLanguage(block.title, lang === 'en' ? 'en' : 'vi'),
    height,
    reserve: choices.reserve,
    scriptPlace: CMS_WORDS[choices.cms].scriptPlace,
    scheme: choices.scheme,
    integrity: hub.integrity,
  };
}
