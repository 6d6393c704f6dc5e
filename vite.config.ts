import { defineConfig } from 'vite';
import { sampleCluster } from './test/sites/vite-plugin.ts';

export default defineConfig({
  root: 'demo',
  base: './',
  plugins: [sampleCluster()],
  server: { host: '127.0.0.1', port: 5173, open: false },
  build: { outDir: '../dist/demo', emptyOutDir: true, target: 'es2022' },
});
