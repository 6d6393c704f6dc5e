import { createReadStream } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** The libraries of the demo's pages under `libraries/`, by name, with their places in `node_modules/`. */
const LIBRARIES: Record<string, string> = {
  'liferay-amd.js': 'liferay-amd-loader/build/loader/loader-min.js',
  'require.js': 'requirejs/require.js',
  'jquery.js': 'jquery/dist/jquery.min.js',
  'bootstrap.css': 'bootstrap/dist/css/bootstrap.min.css',
  'turbo.js': '@hotwired/turbo/dist/turbo.es2017-umd.js',
  'htmx.js': 'htmx.org/dist/htmx.min.js',
};

/** The path of a library; undefined if there is none of this name. */
export function libraryPath(name: string): string | undefined {
  const path = LIBRARIES[name];
  return path && fileURLToPath(new URL(`../../node_modules/${path}`, import.meta.url));
}

/** Serves the libraries of the demo's pages, and adds them to the built demo. */
export function pageLibraries(): Plugin {
  let out = '';
  return {
    name: 'page-libraries',
    configResolved: ({ root, build }) => {
      out = join(root, build.outDir, 'libraries');
    },
    configureServer({ middlewares }) {
      middlewares.use('/libraries', (request, response: ServerResponse, next) => {
        const name = request.url!.slice(1);
        const path = libraryPath(name);
        if (!path) return next();
        response.setHeader('Content-Type', name.endsWith('.css') ? 'text/css' : 'text/javascript');
        createReadStream(path).pipe(response);
      });
    },
    async closeBundle() {
      if (this.meta.watchMode) return;
      await mkdir(out, { recursive: true });
      for (const name of Object.keys(LIBRARIES)) await copyFile(libraryPath(name)!, join(out, name));
    },
  };
}
