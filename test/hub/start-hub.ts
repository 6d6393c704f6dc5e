/** Runs the hub on the sample sites, with a clock that the test sets. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cluster as Configuration, readCluster } from '../../core/config/cluster.ts';
import type { Feed } from '../../core/model/feed.ts';
import { type RunOptions, type RunResult, runHub } from '../../hub/run.ts';
import { type SampleCluster, startCluster } from '../sites/cluster.ts';

export const NOW = Date.parse('2026-11-23T08:00:00+07:00');

/** A hub with its own sites and temporary folders. Call `stop` at the end. */
export interface Hub {
  sites: SampleCluster['sites'];
  folder: string;
  out: string;
  state: string;
  configuration: object;
  /** Runs once at a given time (ms since the epoch), with other options or another configuration if given. */
  run: (now: number, options?: Partial<RunOptions>, configuration?: object) => Promise<RunResult>;
  /** A published feed. */
  feed: (name: string) => Promise<Feed>;
  /** A published file. */
  text: (name: string) => Promise<string>;
  stop: () => Promise<void>;
}

/**
 * @param choose makes the schools of the configuration from the sites; five schools by default
 * @param more other fields of the configuration
 */
export async function startHub(
  choose: (sites: SampleCluster['sites']) => object[] = everySchool,
  more: object = {},
): Promise<Hub> {
  const cluster = await startCluster();
  const folder = await mkdtemp(join(tmpdir(), 'tct-hub-'));
  const out = join(folder, 'out');
  const state = join(folder, 'state');
  const configuration = {
    name: 'Cụm mẫu',
    hub: 'https://hub.example/',
    // Slow; images.test.ts switches it on.
    images: false,
    ...more,
    schools: choose(cluster.sites),
  };
  const read = (name: string) => readFile(join(out, name), 'utf8');
  return {
    sites: cluster.sites,
    folder,
    out,
    state,
    configuration,
    run: (now, options = {}, given = configuration) => {
      cluster.setNow(now);
      const read: Configuration = readCluster(given);
      return runHub(read, {
        out,
        state,
        now,
        clientOptions: { userAgent: 'tct-hub/test', timeoutMs: 6000, spacingMs: 0 },
        ...options,
      });
    },
    feed: async (name) => JSON.parse(await read(name)) as Feed,
    text: read,
    stop: async () => {
      await cluster.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function everySchool(sites: SampleCluster['sites']): object[] {
  const { wordpress, nukeviet, liferay, joomla, dotnetnuke } = sites;
  return [
    {
      id: 'wp',
      name: 'Trường A',
      home: wordpress.url('/'),
      news: wordpress.url('/feed/'),
      documents: wordpress.url('/wp-json/wp/v2/media?media_type=application&per_page=50'),
    },
    {
      id: 'nv',
      name: 'Trường B',
      home: nukeviet.url('/'),
      news: nukeviet.url('/rss/'),
      documents: nukeviet.url('/laws/rss/'),
    },
    {
      id: 'lr',
      name: 'Trường C',
      home: liferay.url('/'),
      news: liferay.url('/o/headless-delivery/v1.0/sites/20121/structured-contents'),
    },
    { id: 'jo', name: 'Trường D', home: joomla.url('/'), news: joomla.url('/tin-tuc?format=feed&type=rss') },
    {
      id: 'dn',
      name: 'Trường E',
      home: dotnetnuke.url('/'),
      news: dotnetnuke.url('/rss.aspx?TabID=55&ModuleID=412'),
    },
  ];
}

export const titles = ({ items }: Feed): (string | undefined)[] => items.map(({ title }) => title);
