import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { folderHandler } from '../../hub/http/serve.ts';
import { startCluster } from '../sites/cluster.ts';
import { publishPostsOfToday } from '../sites/posts-of-today.ts';
import { collectSample } from '../sites/sample-hub.ts';

type Handler = Parameters<typeof createServer>[1];

/** Serves on a free port of the loopback interface. */
export async function listen(handler: NonNullable<Handler>): Promise<{ server: Server; url: string }> {
  const server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

export function close(server: Server): void {
  server.close();
  server.closeAllConnections();
}

/** The sample cluster's hub with the builder and the documentation, served as a webmaster would find it. */
export interface HubSite {
  /** The public folder. */
  out: string;
  url: string;
  stop: () => Promise<void>;
}

export async function startHubSite(): Promise<HubSite> {
  const cluster = await startCluster();
  publishPostsOfToday(cluster, Date.now());
  let answer: Handler = (_, response) => response.writeHead(503).end();
  const { server, url } = await listen((request, response) => answer!(request, response));
  const { out, stop } = await collectSample(cluster, url, false);
  answer = folderHandler(out);
  return {
    out,
    url,
    stop: async () => {
      close(server);
      await stop();
      await cluster.stop();
    },
  };
}
