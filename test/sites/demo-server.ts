import type { AddressInfo } from 'node:net';
import type { Plugin } from 'vite';
import { folderHandler } from '../../hub/http/serve.ts';
import { startCluster } from './cluster.ts';
import { publishPostsOfToday } from './posts-of-today.ts';
import { collectSample } from './sample-hub.ts';
import { sources } from './sources.ts';

/**
 * Runs the sample cluster and its hub beside the development server, which serves the hub's files under `hub/`
 * and prints the address to open. Requests to the hub wait for the end of its first run.
 */
export function sampleCluster(): Plugin {
  return {
    name: 'sample-cluster',
    apply: 'serve',
    async configureServer({ httpServer, middlewares }) {
      if (!httpServer) throw new Error('The sample cluster needs a server of its own, not middleware mode.');
      const cluster = await startCluster();
      for (const site of Object.values(cluster.sites)) site.allowsAnyOrigin = true;
      publishPostsOfToday(cluster, Date.now());
      const listening = new Promise<string>((resolve) =>
        httpServer.once('listening', () => {
          const { port } = httpServer.address() as AddressInfo;
          resolve(`http://127.0.0.1:${port}/`);
        }),
      );
      const hub = listening.then(async (address) => {
        console.log(`\nOpen ${address}\n`);
        const { out, stop } = await collectSample(cluster, `${address}hub/`, false);
        return { answer: folderHandler(out), stop };
      });
      httpServer.once('close', () => {
        void cluster.stop();
        void hub.then(({ stop }) => stop());
      });
      middlewares.use('/hub', async (request, response) => (await hub).answer(request, response));
      middlewares.use('/sites/index.json', (_, response) => {
        response.setHeader('Content-Type', 'application/json').end(JSON.stringify(sources(cluster)));
      });
    },
  };
}
