import { transformSync } from 'esbuild';

/** The oldest browsers that are promised to work. */
const FLOOR = ['chrome109', 'firefox115', 'safari16.4'];

/** Style sheets in templates are made small, and ASCII, by a compiler of styles: minifiers take them for text. */
const smallStyles = {
  name: 'small-styles',
  transform: (code, id) =>
    id.includes('styles')
      ? code.replace(/css`([^`$\\]*)`/g, (_, text) => {
          const { code: sheet } = transformSync(text, { loader: 'css', minify: true, target: FLOOR });
          // The compiler leaves the spaces around a slash; no string of ours has one in it.
          return `css\`${sheet.trim().replaceAll(' / ', '/').replaceAll('\\', '\\\\')}\``;
        })
      : undefined,
};

/** Templates lose their indentation too, to which minifiers are blind; of white space between elements one sign stays. */
const smallTemplates = {
  name: 'small-templates',
  transform: (code, id) => (/\/(?:widgets|extension)\//.test(id) ? code.replace(/\n\s+/g, '\n') : undefined),
};

/** For whoever builds what is delivered, before types are taken off. */
export const small = [smallStyles, smallTemplates];

/** Puts our own tag for styles in the place of Lit's. */
export const leanStyles = {
  name: 'lean-styles',
  resolveId: (name) =>
    name === './css-tag.js' ? `${import.meta.dirname}/widgets/embed/css-tag.ts` : undefined,
};
