import { normalizePath, type Plugin } from 'vite';
import type { Language } from '../../demo/language.ts';
import { PAGES_BY_PATH, renderPage, searchIndex } from './page.ts';

const ROOT = `${normalizePath(process.cwd())}/`;
const DOCS = `${ROOT}demo/docs/`;
const SEARCH = 'virtual:docs-search/';

/** The page with a path below `docs/`; undefined if it is none that is generated. */
function pageAt(path: string): string | undefined {
  const found = PAGES_BY_PATH.get(path.replace(/(^|\/)$/, '$1index.html'));
  return found && renderPage(...found);
}

/**
 * Serves and builds the documentation: the pages from Markdown, the reference from the description of the elements, and
 * the index of the search as modules `virtual:docs-search/vi` and `…/en`.
 */
export function docsPages(): Plugin {
  return {
    name: 'docs-pages',
    config: (_, { command }) => ({
      // Examples import the package as its users do.
      resolve: { alias: { 'tct-widgets/core': `${ROOT}core/index.ts` } },
      ...(command === 'build' && {
        build: { rolldownOptions: { input: [...PAGES_BY_PATH.keys()].map((path) => DOCS + path) } },
      }),
    }),
    resolveId(id) {
      if (id.startsWith(SEARCH)) return `\0${id}`;
      return id.startsWith(DOCS) && PAGES_BY_PATH.has(id.slice(DOCS.length)) ? id : undefined;
    },
    load(id) {
      if (id.startsWith(`\0${SEARCH}`))
        return `export default ${JSON.stringify(searchIndex(id.slice(SEARCH.length + 1) as Language))}`;
      return id.startsWith(DOCS) ? pageAt(id.slice(DOCS.length)) : undefined;
    },
    configureServer({ middlewares, transformIndexHtml }) {
      middlewares.use('/docs', async (request, response, next) => {
        const [path = ''] = request.url!.slice(1).split(/[?#]/);
        try {
          const html = pageAt(path);
          if (html === undefined) return next();
          response.setHeader('Content-Type', 'text/html; charset=utf-8');
          response.end(await transformIndexHtml(`/docs/${path || 'index.html'}`, html));
        } catch (error) {
          next(error);
        }
      });
    },
    handleHotUpdate({ file, server }) {
      if (file.endsWith('.md')) server.ws.send({ type: 'full-reload' });
    },
  };
}
