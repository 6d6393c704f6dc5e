import { readFileSync } from 'node:fs';
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
          // The compiler leaves spaces around a slash, and in what it takes for a custom property's own words; no string
          // of ours has such in it.
          const lean = sheet
            .trim()
            .replaceAll(' / ', '/')
            .replace(/(--[\w-]+,) /g, '$1');
          return `css\`${lean.replaceAll('\\', '\\\\')}\``;
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

/** How terser makes code small. */
export const terserOptions = {
  ecma: 2020,
  module: true,
  compress: { passes: 3, inline: 1, unsafe_arrows: true, keep_fargs: false, pure_getters: true },
  format: { comments: false },
};

/** Puts our own tag for styles in the place of Lit's. */
export const leanStyles = {
  name: 'lean-styles',
  resolveId: (name) =>
    name === './css-tag.js' ? `${import.meta.dirname}/../widgets/embed/css-tag.ts` : undefined,
};

/** What Lit has that nothing here needs, as its minified modules write it, and what stands there instead. */
const NEEDLESS = [
  // Doors for polyfills and hydration.
  [/\w+\.\w+(?:Polyfill|Hydrate)Support/g, 'undefined'],
  // Globals that list the versions on the page: the one script leaves one global, its own.
  [/\(\w+\.\w+Versions\?\?=\[\]\)\.push\("[\d.]+"\)/g, '0'],
  // What decorators leave.
  [/Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap/g, '0'],
  [/const (\w)=this\[Symbol\.metadata\];if\(null!==\1\)\{.*?\}(?=this\.)/g, ''],
  [/static addInitializer\(\w\)\{[^}]*\}/g, ''],
  // Controllers that leave.
  [/removeController\(\w\)\{[^}]*\}/g, ''],
  // Properties that write themselves into attributes.
  [/\|\|\w\.useDefault&&\w\.reflect&&.*?\(\w\._\$Eu\(\w,\w\)\)/g, ''],
  [/,!0===\w&&this\._\$Em!==\w&&\(this\._\$Eq\?\?=new Set\)\.add\(\w\)/g, ''],
  [/_\$ET\(\w,\w\)\{.*?_\$Em=null\}\}/g, ''],
  [/this\._\$Eq&&=.*?this\[\w\]\)\),/g, ''],
  // Words for misuse.
  [/"invalid template strings array"/g, '""'],
  // Objects in attributes.
  [/case Object:case Array:(?:try\{[^}]*\}catch\(\w\)\{[^}]*\}|[^}]*)/g, ''],
];

/** Takes out of Lit what nothing here needs, for whatever is delivered whole; a Lit that is written otherwise stops the build. */
export const leanLit = () => {
  const found = new Set();
  let met = false;
  return {
    name: 'lean-lit',
    transform: (code, id) => {
      if (!/node_modules.(?:@lit|lit)/.test(id)) return undefined;
      met = true;
      return NEEDLESS.reduce((lean, [pattern, instead]) => {
        const less = lean.replace(pattern, instead);
        if (less !== lean) found.add(pattern);
        return less;
      }, code);
    },
    buildEnd(error) {
      const missing = met && NEEDLESS.find(([pattern]) => !found.has(pattern));
      if (!error && missing) this.error(`lean-lit: Lit has nothing like ${missing[0]} any more`);
    },
  };
};

/** Our licence and those of the packages inside what is delivered, from which minifiers take the words. */
export const licences = (...packages) =>
  [
    readFileSync(`${import.meta.dirname}/../LICENSE`, 'utf8'),
    ...packages.map(
      (name) =>
        `${name}\n\n${readFileSync(`${import.meta.dirname}/../node_modules/${name}/LICENSE`, 'utf8')}`,
    ),
  ].join('\n---\n\n');
