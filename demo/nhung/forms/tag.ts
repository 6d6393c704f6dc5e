/** The forms that run the widget in the page: the tag, the `div`, and either with a pinned script. */
import { PIECE_WORDS, REMARKS } from '../words/forms.ts';
import { type Embedding, type Form, type Rule, ruleOf, sourceAttributes, widgetPolicy } from './embedding.ts';
import { type Attribute, element, script } from './markup.ts';

const classAttribute = (rule: Rule | undefined): Attribute[] => (rule ? [['class', rule.className]] : []);

/** The element; its style stands before it. */
export function tag(embedding: Embedding): string {
  const attributes = [...embedding.attributes, ...sourceAttributes(embedding)];
  return element(`tct-${embedding.block.name}`, [...classAttribute(ruleOf(embedding, false)), ...attributes]);
}

function div(embedding: Embedding): string {
  const attributes = [...embedding.attributes, ...sourceAttributes(embedding)];
  return element('div', [
    ...classAttribute(ruleOf(embedding, true)),
    ['data-tct', embedding.block.name],
    ...attributes.map(([name, value]): Attribute => [`data-${name}`, value]),
  ]);
}

function lines(embedding: Embedding, scriptTag: string, isDiv: boolean): string {
  const rule = ruleOf(embedding, isDiv);
  return [scriptTag, ...(rule ? [`<style>${rule.css}</style>`] : []), (isDiv ? div : tag)(embedding)].join(
    '\n',
  );
}

const inPage = (name: 'tag' | 'div' | 'pinned'): Pick<Form, 'name' | 'isStyled' | 'policy'> => ({
  name,
  isStyled: true,
  policy: (embedding, pictures) => ({
    'script-src': [embedding.hub],
    ...widgetPolicy(embedding, pictures),
  }),
});

export const tagForm: Form = {
  ...inPage('tag'),
  unfit: () => undefined,
  pieces: (embedding) => [
    { label: PIECE_WORDS.code, code: lines(embedding, script(`${embedding.hub}tct.js`), false) },
  ],
};

export const divForm: Form = {
  ...inPage('div'),
  unfit: () => undefined,
  pieces: (embedding) => [
    { label: PIECE_WORDS.code, code: lines(embedding, script(`${embedding.hub}tct.js`), true) },
  ],
};

export const pinnedForm: Form = {
  ...inPage('pinned'),
  unfit: ({ integrity }) => (integrity ? undefined : REMARKS.noIntegrity),
  pieces: (embedding) => [
    {
      label: PIECE_WORDS.code,
      code: lines(
        embedding,
        script(
          `${embedding.hub}tct-all.js`,
          ['integrity', embedding.integrity ?? ''],
          ['crossorigin', 'anonymous'],
        ),
        false,
      ),
    },
  ],
};
