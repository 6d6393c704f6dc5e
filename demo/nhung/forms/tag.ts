/** The forms that run the widget in the page: the tag, the `div`, and either with a pinned script. */
import { PIECE_WORDS, REMARKS } from '../words/forms.ts';
import {
  type Embedding,
  type Form,
  type Piece,
  type Rule,
  ruleOf,
  sourceAttributes,
  widgetPolicy,
} from './embedding.ts';
import { type Attribute, element, script } from './markup.ts';

const classAttribute = (rule: Rule | undefined): Attribute[] => (rule ? [['class', rule.className]] : []);

/** The element; its style stands before it. */
export function tag(embedding: Embedding, content = ''): string {
  const attributes = [...embedding.attributes, ...sourceAttributes(embedding)];
  return element(
    `tct-${embedding.block.name}`,
    [...classAttribute(ruleOf(embedding, false)), ...attributes],
    content,
  );
}

function div(embedding: Embedding): string {
  const attributes = [...embedding.attributes, ...sourceAttributes(embedding)];
  return element('div', [
    ...classAttribute(ruleOf(embedding, true)),
    ['data-tct', embedding.block.name],
    ...attributes.map(([name, value]): Attribute => [`data-${name}`, value]),
  ]);
}

/** The script, and the style of the block. */
function headOf(embedding: Embedding, scriptTag: string, isDiv: boolean): string {
  const rule = ruleOf(embedding, isDiv);
  return [scriptTag, ...(rule ? [`<style>${rule.css}</style>`] : [])].join('\n');
}

/** The script, the style and the block: one piece, or two where an editor would delete the first two. */
function piecesOf(embedding: Embedding, scriptTag: string, isDiv: boolean): Piece[] {
  const head = headOf(embedding, scriptTag, isDiv);
  const block = isDiv ? div(embedding) : tag(embedding);
  const { scriptPlace } = embedding;
  return scriptPlace
    ? [
        { label: scriptPlace, code: head },
        { label: PIECE_WORDS.place, code: block },
      ]
    : [{ label: PIECE_WORDS.code, code: `${head}\n${block}` }];
}

const loader = ({ hub }: Embedding): string => script(`${hub}tct.js`);

/** The script, the style and the tag, with some content until the script has come. */
export const tagAround = (embedding: Embedding, content: string): string =>
  `${headOf(embedding, loader(embedding), false)}\n${tag(embedding, content)}`;

const inPage = (name: 'tag' | 'div' | 'pinned'): Pick<Form, 'name' | 'isStyled' | 'policy'> => ({
  name,
  isStyled: true,
  policy: (embedding) => ({ 'script-src': [embedding.hub], ...widgetPolicy(embedding) }),
});

export const tagForm: Form = {
  ...inPage('tag'),
  unfit: () => undefined,
  pieces: (embedding) => piecesOf(embedding, loader(embedding), false),
};

export const divForm: Form = {
  ...inPage('div'),
  unfit: () => undefined,
  pieces: (embedding) => piecesOf(embedding, loader(embedding), true),
};

export const pinnedForm: Form = {
  ...inPage('pinned'),
  unfit: ({ integrity }) => (integrity ? undefined : REMARKS.noIntegrity),
  pieces: (embedding) =>
    piecesOf(
      embedding,
      script(
        `${embedding.hub}tct-all.js`,
        ['integrity', embedding.integrity ?? ''],
        ['crossorigin', 'anonymous'],
      ),
      false,
    ),
};
