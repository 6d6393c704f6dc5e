import type { AddressInfo } from 'node:net';
import type { Plugin } from 'vite';
import { answerFrom } from '../../hub/serve.ts';
import { type Cluster, startCluster } from './cluster.ts';
import { publishPostsOfToday } from './posts-of-today.ts';
import { collectSample } from './sample-hub.ts';
import { sources } from './sources.ts';

/** Runs the sample cluster beside the dev server and passes its sites through to the demo's own origin. */
export function sampleCluster(): Plugin {
  return {
    name: 'sample-cluster',
    apply: 'serve',
    async configureServer(server) {
      const cluster = await startCluster();
      publishPostsOfToday(cluster, Date.now());
      server.httpServer?.once('close', () => void cluster.stop());
      for (const { school, title, url } of sources(cluster))
        server.config.logger.info(`  ${school}, ${title}: ${url}`);
      const { logger } = server.config;
      const hub = new Promise<string>((resolve) =>
        server.httpServer!.once('listening', () => {
          const { port } = server.httpServer!.address() as AddressInfo;
          resolve(`http://127.0.0.1:${port}/hub/`);
        }),
      ).then(async (address) => {
        const { out, result, stop } = await collectSample(cluster, address);
        logger.info(`  Trạm thu tin: ${address} (${result.asked} nguồn, ${result.added} bài)`);
        return { answer: answerFrom(out), stop };
      });
      server.httpServer!.once('close', () => void hub.then(({ stop }) => stop()));
      server.middlewares.use('/hub', async (request, response) => (await hub).answer(request, response));
      server.middlewares.use('/sites/', async (request, response) => {
        const [, name, path] = /^\/([\w.]+)(.*)$/.exec(request.url ?? '') ?? [];
        if (name === 'index.json') {
          response.setHeader('Content-Type', 'application/json').end(JSON.stringify(sources(cluster)));
          return;
        }
        const site = cluster.sites[name as keyof Cluster['sites']];
        if (!site) {
          response.writeHead(404).end();
          return;
        }
        const answer = await fetch(site.url(path || '/'), { redirect: 'follow' });
        response.writeHead(answer.status, { 'Content-Type': answer.headers.get('content-type') ?? '' });
        response.end(Buffer.from(await answer.arrayBuffer()));
      });
    },
  };
}
