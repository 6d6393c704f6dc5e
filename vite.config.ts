import { readdirSync } from 'node:fs';
import { defineConfig } from 'vite';
import { sampleCluster } from './test/sites/demo-server.ts';
import { sampleSite } from './test/sites/demo-site.ts';

/** Where the built demo will be served; by default, where `vite preview` serves it. */
const ADDRESS = process.env.TCT_DEMO ?? 'http://127.0.0.1:4173/';

const pages = readdirSync('demo', { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.html'),
);

export default defineConfig({
  root: 'demo',
  base: './',
  plugins: [sampleCluster(), sampleSite(ADDRESS)],
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
