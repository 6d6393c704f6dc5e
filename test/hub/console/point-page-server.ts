/** Serves the view for pointing by itself, bundled from source, from the console's own server. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { PointRequest } from '../../../hub/console/context.ts';
import type { Handlers } from '../../../hub/setup/api.ts';
import { feedRoutes } from '../../../hub/setup/feed-routes.ts';
import { pointHandlers } from '../../../hub/setup/point.ts';
import { ConsoleServer } from '../../../hub/setup/server.ts';
import { shownRoutes } from '../../../hub/setup/shown-routes.ts';
import type { Route } from '../../../hub/setup/static-files.ts';
import { SetupTools } from '../../../hub/setup/tools.ts';

const local = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const STYLES = ['console', 'point/point', 'point/outlines'];

const PAGE = `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Chỉ</title><link rel="icon" href="/console/icon.svg"><link rel="stylesheet" href="/console/page.css"><main></main><script type="module" src="/console/page.js"></script><script src="/embed/tct.js" async></script></html>`;

export interface PointPageServer {
  /** An address to open once. */
  address: (request: PointRequest & { lang?: 'vi' | 'en' }) => string;
  stop: () => Promise<void>;
}

export async function servePointPage(own: {
  handlers: Partial<Handlers>;
  routes: Route[];
}): Promise<PointPageServer> {
  const folder = await mkdtemp(join(tmpdir(), 'tct-point-'));
  await build({
    entryPoints: { page: local('./point-harness.ts') },
    outdir: folder,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    tsconfig: local('../../../tsconfig.json'),
  });
  await build({
    stdin: {
      contents: STYLES.map((name) => `@import url(${name}.css);`).join('\n'),
      loader: 'css',
      resolveDir: local('../../../hub/console'),
    },
    outfile: join(folder, 'page.css'),
    bundle: true,
  });
  await writeFile(join(folder, 'index.html'), PAGE);
  const server = await ConsoleServer.start({
    ...own,
    page: folder,
    scripts: local('../../../dist/embed'),
    log: (text) => console.error(text),
  });
  return {
    address: (request) =>
      server.newAddress().replace('#', `?task=${encodeURIComponent(JSON.stringify(request))}#`),
    stop: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The same with the console's own calls, which ask sites without pauses. @param routes come before the console's */
export function servePointing(routes: Route[] = []): Promise<PointPageServer> {
  const context = {
    config: '/nonexistent/cluster.json',
    folders: {},
    log: () => {},
    client: { spacingMs: 0 },
  };
  const tools = new SetupTools(context);
  return servePointPage({
    handlers: pointHandlers(context, tools),
    routes: [...routes, ...feedRoutes(tools), ...shownRoutes(tools)],
  });
}
