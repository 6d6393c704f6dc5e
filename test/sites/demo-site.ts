import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import type { SampleSource } from '../../demo/reader/sample-source.ts';
import { startCluster } from './cluster.ts';
import { publishPostsOfToday } from './posts-of-today.ts';
import { collectSample } from './sample-hub.ts';
import { sources } from './sources.ts';

/** A file name with which a static server sends the site's media type. */
function fileFor(index: number, type: string): string {
  return `sites/${index}.${/json/.test(type) ? 'json' : /html/.test(type) ? 'html' : 'xml'}`;
}

/**
 * Adds the hub's files and the sites' responses, which the development server serves, to the built demo.
 *
 * @param address where the demo will be served; the hub's files contain their own addresses
 */
export function sampleSite(address: string): Plugin {
  let out = '';
  return {
    name: 'sample-site',
    apply: 'build',
    configResolved: ({ root, build }) => {
      out = join(root, build.outDir);
    },
    async closeBundle() {
      const cluster = await startCluster();
      publishPostsOfToday(cluster, Date.now());
      const hub = await collectSample(cluster, new URL('hub/', address).href);
      await cp(hub.out, join(out, 'hub'), { recursive: true });
      await hub.stop();
      await mkdir(join(out, 'sites'));
      const listed: SampleSource[] = [];
      for (const [index, source] of sources(cluster).entries()) {
        const answer = await fetch(source.url);
        const here = fileFor(index, answer.headers.get('content-type') ?? '');
        await writeFile(join(out, here), new Uint8Array(await answer.arrayBuffer()));
        listed.push({ ...source, readFrom: `./${here}` });
      }
      await writeFile(join(out, 'sites/index.json'), JSON.stringify(listed));
      await cluster.stop();
    },
  };
}
