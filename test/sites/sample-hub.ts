import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCluster } from '../../core/config/cluster.ts';
import { type RunResult, runHub } from '../../hub/run.ts';
import type { SampleCluster } from './cluster.ts';
import { OpenMeteo } from './open-meteo.ts';

const EMBED = fileURLToPath(new URL('../../dist/embed/', import.meta.url));
const SITE = fileURLToPath(new URL('../../dist/site/', import.meta.url));

/** The sample cluster as a webmaster would configure it. */
function configuration({ sites }: SampleCluster, meteo: OpenMeteo, hub: string, images: boolean): object {
  const { wordpress, nukeviet, liferay, joomla, dotnetnuke } = sites;
  const school = (
    id: string,
    name: string,
    site: { url: (path: string) => string },
    paths: Record<string, string>,
  ) => ({
    id,
    name,
    home: site.url('/'),
    ...Object.fromEntries(Object.entries(paths).map(([kind, path]) => [kind, site.url(path)])),
  });
  const documents = '/wp-json/wp/v2/media?media_type=application&per_page=50';
  const gallery = '/wp-json/wp/v2/media?media_type=image&per_page=50';
  return {
    name: 'Cụm trường mẫu',
    hub,
    images,
    weather: meteo.url('/v1/forecast'),
    places: [
      { id: 'ha-noi', name: 'Hà Nội', latitude: 21.0245, longitude: 105.8412 },
      { id: 'da-nang', name: 'Đà Nẵng', latitude: 16.07, longitude: 108.22 },
      { id: 'ho-chi-minh', name: 'TP Hồ Chí Minh', latitude: 10.823, longitude: 106.6296 },
    ],
    schools: [
      {
        ...school('truong-a', 'Trường A', wordpress, {
          news: '/wp-json/wp/v2/posts?_embed&per_page=20',
          documents,
          gallery,
        }),
        // The recorded list names this photo, but its file was not recorded.
        hide: ['hoi-thao-cap-truong'],
      },
      school('truong-b', 'Trường B', nukeviet, { news: '/rss/', documents: '/laws/rss/' }),
      school('truong-c', 'Trường C', liferay, {
        news: '/o/headless-delivery/v1.0/sites/20121/structured-contents',
      }),
      school('truong-d', 'Trường D', joomla, { news: '/tin-tuc?format=feed&type=rss' }),
      school('truong-e', 'Trường E', dotnetnuke, { news: '/rss.aspx?TabID=55&ModuleID=412' }),
    ],
  };
}

/**
 * Runs the hub once on the sample cluster, into a temporary folder.
 *
 * @param hub the address at which the folder will be served
 * @param images whether the hub copies the images, which takes most of the time; without, they stay on the sites
 */
export async function collectSample(
  cluster: SampleCluster,
  hub: string,
  images = true,
): Promise<{ out: string; result: RunResult; stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'tct-demo-'));
  const out = join(folder, 'out');
  const meteo = await new OpenMeteo().start();
  const result = await runHub(readCluster(configuration(cluster, meteo, hub, images)), {
    out,
    state: join(folder, 'state'),
    now: Date.now(),
    scripts: EMBED,
    site: SITE,
    clientOptions: { userAgent: 'tct-hub/demo', spacingMs: 0 },
  });
  await meteo.stop();
  return { out, result, stop: () => rm(folder, { recursive: true, force: true }) };
}
