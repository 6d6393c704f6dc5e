import type { AddressInfo } from 'node:net';
import type { Plugin } from 'vite';
import { answerFrom } from '../../hub/cli/serve.ts';
import { startCluster } from './cluster.ts';
import { publishPostsOfToday } from './posts-of-today.ts';
import { collectSample } from './sample-hub.ts';
import { sources } from './sources.ts';

/** Runs the sample cluster and its hub beside the dev server, which serves what the hub publishes under `hub/`. */
export function sampleCluster(): Plugin {
  return {
    name: 'sample-cluster',
    apply: 'serve',
    async configureServer(server) {
      const cluster = await startCluster();
      for (const site of Object.values(cluster.sites)) site.open = true;
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
      server.middlewares.use('/sites/index.json', (_, response) => {
        response.setHeader('Content-Type', 'application/json').end(JSON.stringify(sources(cluster)));
      });
    },
  };
}
