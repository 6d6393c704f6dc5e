import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import type { Plugin, RollupOptions } from 'rollup';
import esbuild from 'rollup-plugin-esbuild';
import { minifyTemplates } from '../minify-templates.ts';
import { rootPackage } from '../root-package.ts';

/** One Rollup run with a single output. */
export type Bundle = RollupOptions & { output: NonNullable<Exclude<RollupOptions['output'], unknown[]>> };

/** The elements by file name; each has a folder of this name in `widgets/`. */
export const ELEMENTS = ['latest-news', 'document-list', 'weather', 'gallery'];

/**
 * The comment that a file of functions needed at once may start with: Chromium compiles them while the file loads, off
 * the main thread, instead of one by one when each is called. https://v8.dev/blog/explicit-compile-hints
 */
export const COMPILE_HINT = 'allFunctionsCalledOnLoad';

/** TypeScript to JavaScript, with the version and, for the loader, the build's hash filled in. */
export const typescript = (target: string, hash = ''): Plugin =>
  esbuild({
    target,
    charset: 'utf8',
    define: { __VERSION__: JSON.stringify(rootPackage.version), __BUILD__: JSON.stringify(hash) },
  });

/**
 * The plugins for code that runs on other people's pages.
 *
 * @param ascii for classic scripts, which are decoded in the charset of the page; modules are always UTF-8
 * @param hash the build's, for code that names the files to load
 */
export const forPages = ({ ascii, hash }: { ascii: boolean; hash?: string }): Plugin[] => [
  nodeResolve(),
  typescript('es2022', hash),
  minifyTemplates(),
  terser({
    ecma: 2020,
    module: true,
    // No code of ours or of Lit's reads the number of a function's parameters.
    compress: { passes: 3, keep_fargs: false },
    format: { ascii_only: ascii, comments: new RegExp(COMPILE_HINT) },
  }),
];
