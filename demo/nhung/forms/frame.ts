import { PIECE_WORDS, REMARKS } from '../words/forms.ts';
import { type Embedding, type Form, sourceAttributes } from './embedding.ts';
import { element, script } from './markup.ts';

/**
 * The frame runs the hub's scripts as those of the hub; links leave it for the page's own tab or a new one, which is free of
 * the sandbox; documents and photos can be saved.
 */
const SANDBOX =
  'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation allow-downloads';
/** As high as five posts in a narrow column, until the height is known. */
const DEFAULT_HEIGHT_PX = 480;

/** The address of the hub's page with one widget. */
function frameUrl(embedding: Embedding): string {
  const { hub, block, attributes, tokens, scheme } = embedding;
  const parameters = new URLSearchParams([
    ['widget', block.name],
    ...[...attributes, ...sourceAttributes(embedding)].map(([name, value]) => [name, value]),
    ...Object.entries(tokens),
    ...(scheme === 'dark' ? [['scheme', scheme]] : []),
  ]);
  return `${hub}embed.html#${parameters}`;
}

const frame = (embedding: Embedding): string =>
  element('iframe', [
    ['src', frameUrl(embedding)],
    ['title', embedding.title],
    ['width', '100%'],
    ['height', String(embedding.height || DEFAULT_HEIGHT_PX)],
    ['frameborder', '0'],
    ['loading', 'lazy'],
    ['allow', 'fullscreen; clipboard-write'],
    ['sandbox', SANDBOX],
  ]);

export const frameForm: Form = {
  name: 'frame',
  isStyled: true,
  unfit: () => undefined,
  pieces: (embedding) => [
    {
      label: PIECE_WORDS.frameGrowing,
      code: `${frame(embedding)}\n${script(`${embedding.hub}tct-frame.js`)}`,
    },
    { label: PIECE_WORDS.frameAlone, code: frame(embedding) },
    { label: PIECE_WORDS.frameAddress, code: frameUrl(embedding) },
  ],
  remark: ({ scheme }) => (scheme === 'dark' ? REMARKS.darkFrame : undefined),
  // The frame's own page has a policy of its own.
  policy: ({ hub }) => ({ 'frame-src': [hub], 'script-src': [`${hub}tct-frame.js`] }),
};
