import type { AddressInfo } from 'node:net';
import type { Plugin } from 'vite';
import type { Listed } from '../../demo/listed.ts';
import { answerFrom } from '../../hub/serve.ts';
import { type Cluster, startCluster } from './cluster.ts';
import { publishPostsOfToday } from './posts-of-today.ts';
import { collectSample } from './sample-hub.ts';

function sources({ sites }: Cluster): Listed[] {
  const list: [keyof Cluster['sites'], school: string, cms: string, title: string, path: string][] = [
    ['wordpress', 'Trường A', 'WordPress 6.1 (bản ghi)', 'RSS', '/feed/'],
    ['wordpress', 'Trường A', 'WordPress 6.1 (bản ghi)', 'Atom', '/feed/atom/'],
    ['wordpress', 'Trường A', 'WordPress 6.1 (bản ghi)', 'REST', '/wp-json/wp/v2/posts?_embed&per_page=20'],
    [
      'wordpress',
      'Trường A',
      'WordPress 6.1 (bản ghi)',
      'REST, tệp',
      '/wp-json/wp/v2/media?media_type=application&per_page=50',
    ],
    ['nukeviet', 'Trường B', 'NukeViet 4.5 (bản ghi)', 'Tin tức', '/rss/'],
    ['nukeviet', 'Trường B', 'NukeViet 4.5 (bản ghi)', 'Văn bản', '/laws/rss/'],
    [
      'liferay',
      'Trường C',
      'Liferay (mô phỏng)',
      'Atom',
      `/web/guest/tin-tuc/-/asset_publisher/${sites.liferay.instance}/rss`,
    ],
    [
      'liferay',
      'Trường C',
      'Liferay (mô phỏng)',
      'Headless',
      '/o/headless-delivery/v1.0/sites/20121/structured-contents',
    ],
    ['joomla', 'Trường D', 'Joomla (mô phỏng)', 'RSS', '/tin-tuc?format=feed&type=rss'],
    ['dotnetnuke', 'Trường E', 'DotNetNuke (mô phỏng)', 'RSS', '/rss.aspx?TabID=55&ModuleID=412'],
    ['plainHtml', 'Trường F', 'Trang HTML (mô phỏng)', 'Trang chủ', '/'],
  ];
  return list.map(([site, school, cms, title, path]) => ({
    school,
    cms,
    title,
    url: sites[site].url(path),
    here: `./sites/${site}${path}`,
  }));
}

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
