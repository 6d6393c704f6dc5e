import { HUB_FILES } from '../../../widgets/tags.ts';
import { PIECE_WORDS } from '../words/forms.ts';
import { type Embedding, type Form, ruleOf, widgetPolicy } from './embedding.ts';
import { tag } from './tag.ts';

/** The same with the addresses of the hub's files: a bundled script does not know where the hub is. */
function withAddresses(embedding: Embedding): Embedding {
  const { hub, schools, sources, block } = embedding;
  const file = HUB_FILES[`tct-${block.name}`]!;
  const own = schools.map((id) => `${hub}schools/${encodeURIComponent(id)}/${file}`);
  const files = block.list && own.length ? own : [hub + file];
  return { ...embedding, schools: [], sources: sources.length ? sources : files };
}

export const npmForm: Form = {
  name: 'npm',
  isStyled: true,
  unfit: () => undefined,
  pieces: (embedding) => {
    const addressed = withAddresses(embedding);
    const rule = ruleOf(addressed, false);
    return [
      { label: PIECE_WORDS.install, code: 'npm install tct-widgets' },
      { label: PIECE_WORDS.import, code: `import 'tct-widgets/${embedding.block.name}';` },
      ...(rule ? [{ label: PIECE_WORDS.css, code: rule.css }] : []),
      { label: PIECE_WORDS.html, code: tag(addressed) },
    ];
  },
  policy: (embedding) => ({ 'script-src': ["'self'"], ...widgetPolicy(embedding) }),
};
