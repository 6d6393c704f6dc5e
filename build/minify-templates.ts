import { transform } from 'esbuild';

/** The oldest browsers the styles must work in. */
const BROWSER_FLOOR = ['chrome109', 'firefox115', 'safari16.4'];

/** The fields of ESTree's `TaggedTemplateExpression` that are used here. */
interface TaggedTemplate {
  tag: { type: string; name?: string };
  quasi: { quasis: Quasi[] };
}
interface Quasi {
  start: number;
  end: number;
  value: { raw: string; cooked: string };
}

function* taggedTemplates(node: unknown): Generator<TaggedTemplate> {
  if (typeof node !== 'object' || node === null) return;
  if ('type' in node && node.type === 'TaggedTemplateExpression') yield node as unknown as TaggedTemplate;
  for (const child of Object.values(node)) yield* taggedTemplates(child);
}

async function minifyStyles(styles: string): Promise<string> {
  const { code } = await transform(styles, { loader: 'css', minify: true, target: BROWSER_FLOOR });
  return code.trim();
}

/** Escapes text for a template and writes it in ASCII: the minifier's own `ascii` option skips tagged templates. */
function templateSource(text: string): string {
  return text
    .replace(/[\\`]|\$\{/g, '\\$&')
    .replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Collapses each run of white space into a space, which renders the same; removing it would not. */
const collapseWhitespace = (markup: string): string => markup.replace(/[ \t\n\r\f]+/g, ' ');

/**
 * Rollup and Vite plugin that minifies Lit's templates, which JavaScript minifiers leave alone. It finds them in the
 * syntax tree: in `html` and `svg` templates white space is collapsed, and a `css` template without expressions is
 * minified by esbuild. All other text is left unchanged. It has to come after the plugin that removes the types.
 */
export const minifyTemplates = () => ({
  name: 'minify-templates',
  async transform(this: { parse(code: string): unknown }, code: string, id: string) {
    if (id.includes('/node_modules/') || !/\b(?:html|svg|css)`/.test(code)) return undefined;
    const edits: { start: number; end: number; text: string }[] = [];
    for (const { tag, quasi } of taggedTemplates(this.parse(code))) {
      const { quasis } = quasi;
      for (const { start, end, value } of quasis) {
        if (code.slice(start, end) !== value.raw) throw new Error(`${id}: template not found at ${start}`);
        const edit = (text: string) => edits.push({ start, end, text: templateSource(text) });
        if (tag.name === 'html' || tag.name === 'svg') edit(collapseWhitespace(value.cooked));
        else if (tag.name === 'css' && quasis.length === 1) edit(await minifyStyles(value.cooked));
      }
    }
    // From the last to the first, so that positions stay valid. A template within another's expression lies between its parts.
    edits.sort((a, b) => b.start - a.start);
    const minified = edits.reduce(
      (text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end),
      code,
    );
    return { code: minified, map: null };
  },
});
