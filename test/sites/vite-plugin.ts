import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { readCluster } from '../../core/cluster.ts';
import type { Listed } from '../../demo/listed.ts';
import { runHub } from '../../hub/run.ts';
import { answerFrom } from '../../hub/serve.ts';
import { type Cluster, startCluster } from './cluster.ts';
import { OpenMeteo } from './open-meteo.ts';

const EMBED = fileURLToPath(new URL('../../dist/embed/', import.meta.url));

/** The sample cluster as a webmaster would configure it. */
function configuration({ sites }: Cluster, meteo: OpenMeteo, hub: string): object {
  const { wordpress, nukeviet, liferay, joomla, dotnetnuke } = sites;
  const school = (
    id: string,
    name: string,
    site: { url: (path: string) => string },
    paths: Record<string, string>,
  ) => ({
    ...{ id, name, home: site.url('/') },
    ...Object.fromEntries(Object.entries(paths).map(([kind, path]) => [kind, site.url(path)])),
  });
  const documents = '/wp-json/wp/v2/media?media_type=application&per_page=50';
  const gallery = '/wp-json/wp/v2/media?media_type=image&per_page=50';
  return {
    name: 'Cụm trường mẫu',
    hub,
    weather: meteo.url('/v1/forecast'),
    places: [
      { id: 'ha-noi', name: 'Hà Nội', latitude: 21.0245, longitude: 105.8412 },
      { id: 'da-nang', name: 'Đà Nẵng', latitude: 16.07, longitude: 108.22 },
      { id: 'ho-chi-minh', name: 'TP Hồ Chí Minh', latitude: 10.823, longitude: 106.6296 },
    ],
    schools: [
      school('truong-a', 'Trường A', wordpress, {
        news: '/wp-json/wp/v2/posts?_embed&per_page=20',
        documents,
        gallery,
      }),
      school('truong-b', 'Trường B', nukeviet, { news: '/rss/', documents: '/laws/rss/' }),
      school('truong-c', 'Trường C', liferay, {
        news: '/o/headless-delivery/v1.0/sites/20121/structured-contents',
      }),
      school('truong-d', 'Trường D', joomla, { news: '/tin-tuc?format=feed&type=rss' }),
      school('truong-e', 'Trường E', dotnetnuke, { news: '/rss.aspx?TabID=55&ModuleID=412' }),
    ],
  };
}

/** Collects the sample cluster into a folder of its own; what is asked of the folder waits for the first run. */
async function startHub(cluster: Cluster, hub: string, log: (line: string) => void) {
  const folder = await mkdtemp(join(tmpdir(), 'tct-demo-'));
  const out = join(folder, 'out');
  const meteo = await new OpenMeteo().start();
  const result = await runHub(readCluster(configuration(cluster, meteo, hub)), {
    ...{ out, state: join(folder, 'state'), now: Date.now(), scripts: EMBED },
    client: { agent: 'tct-hub/demo', spacing: 0 },
  });
  // Nothing is asked a second time.
  await meteo.stop();
  log(`  Trạm thu tin: ${hub} (${result.asked} nguồn, ${result.added} bài)`);
  return { answer: answerFrom(out), stop: () => rm(folder, { recursive: true, force: true }) };
}

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
      server.httpServer?.once('close', () => void cluster.stop());
      for (const { school, title, url } of sources(cluster))
        server.config.logger.info(`  ${school}, ${title}: ${url}`);
      const { logger } = server.config;
      const hub = new Promise<string>((resolve) =>
        server.httpServer!.once('listening', () => {
          const { port } = server.httpServer!.address() as AddressInfo;
          resolve(`http://127.0.0.1:${port}/hub/`);
        }),
      ).then((address) => startHub(cluster, address, (line) => logger.info(line)));
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
