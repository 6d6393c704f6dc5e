import { readdirSync } from 'node:fs';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import { docsPages } from './build/docs/plugin.ts';
import { sampleCluster } from './test/sites/demo-server.ts';
import { sampleSite } from './test/sites/demo-site.ts';
import { pageLibraries } from './test/sites/page-libraries.ts';

/** Where the built demo will be served; by default, where `vite preview` serves it. */
const ADDRESS = process.env.TCT_DEMO ?? 'http://127.0.0.1:4173/';

const pages = readdirSync('demo', { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.html'),
);

const source = (path: string) => `${import.meta.dirname}/${path}`;
const isCustomElement = (tag: string) => tag.startsWith('tct-');

export default defineConfig({
  root: 'demo',
  base: './',
  resolve: {
    // The examples import the package, as its users do.
    alias: [
      { find: /^tct-widgets$/, replacement: source('widgets/npm/index.ts') },
      { find: /^tct-widgets\/core$/, replacement: source('core/index.ts') },
      { find: /^tct-widgets\/(.+)\/element$/, replacement: source('widgets/npm/$1-element.ts') },
      { find: /^tct-widgets\/(.+)$/, replacement: source('widgets/npm/$1.ts') },
    ],
  },
  plugins: [
    docsPages(),
    vue({ template: { compilerOptions: { isCustomElement } } }),
    sampleCluster(),
    sampleSite(ADDRESS),
    pageLibraries(),
  ],
  server: { host: '127.0.0.1', port: 5173, open: false },
  preview: { host: '127.0.0.1' },
  build: {
    outDir: '../dist/demo',
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: {
      checks: { pluginTimings: false },
      input: pages.map((file) => `${import.meta.dirname}/demo/${file}`),
    },
  },
});
