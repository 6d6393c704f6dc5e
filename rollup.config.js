import terser from '@rollup/plugin-terser';
import nodeResolve from '@rollup/plugin-node-resolve';
import esbuild from 'rollup-plugin-esbuild';

/** What is delivered to pages and to npm: modern syntax for the browser floor, ASCII only for pages of any charset. */
const plugins = [
  nodeResolve(),
  esbuild({ target: 'es2022' }),
  terser({
    ecma: 2020,
    module: true,
    compress: { passes: 3, unsafe_arrows: true },
    format: { ascii_only: true },
  }),
];

export default [
  {
    input: { core: 'core/index.ts' },
    plugins,
    output: {
      dir: 'dist/npm',
      format: 'es',
      entryFileNames: '[name].js',
      chunkFileNames: 'core-[name].js',
      // Files of the reader that every lazily loaded format shares make one chunk, not one each.
      manualChunks: (id) => (/core\/read\/(?:compose|html|entities|prose|media-type)\.ts$/.test(id) ? 'text' : undefined),
    },
  },
];
