import { once } from 'node:events';
import { cp } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { serve } from '../../hub/cli/serve.ts';
import { startCluster } from '../sites/cluster.ts';
import { publishPostsOfToday } from '../sites/posts-of-today.ts';
import { collectSample } from '../sites/sample-hub.ts';

const SITE = fileURLToPath(new URL('../../dist/site/', import.meta.url));

/** A hub of the sample cluster, with the built documentation in its folder. */
export async function startDocsHub(): Promise<{ url: string; stop: () => Promise<void> }> {
  const cluster = await startCluster();
  publishPostsOfToday(cluster, Date.now());
  const { out, stop } = await collectSample(cluster, 'https://tin.truong.example/', false);
  await cp(SITE, out, { recursive: true });
  const { server, url } = await serve(out);
  return {
    url,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
      await stop();
      await cluster.stop();
    },
  };
}
