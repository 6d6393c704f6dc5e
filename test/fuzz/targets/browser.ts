import { deepStrictEqual } from 'node:assert';
import { isHubFeed } from '../../../core/model/is-feed.ts';
import { readForecast } from '../../../core/read/forecast.ts';
import { isRecord } from '../../../core/schema.ts';
import { readOpml, writeOpml } from '../../../extension/options/opml.ts';
import { permissionFor, schoolsOf, sourcesOf } from '../../../extension/schools/configuration.ts';
import { parseHub } from '../../../extension/schools/parse-hub.ts';
import { parsePolicy } from '../../../extension/schools/policy.ts';
import { emptyStore } from '../../../extension/store/schema.ts';
import { readCache } from '../../../widgets/data/storage-cache.ts';
import { checkPublished } from '../published.ts';
import { encode, shapeOf, type Target } from '../target.ts';

const decode = (input: Uint8Array) => new TextDecoder().decode(input);

/** Subscriptions that another feed reader has exported: what was read can be written and read again. */
export const opml: Target = {
  name: 'opml',
  seeds: async () => [
    encode(
      writeOpml('Nguồn', [
        {
          name: 'Ninh Bình',
          home: 'http://nb.example/',
          news: ['http://nb.example/rss'],
          documents: ['http://nb.example/vb'],
        },
        {
          name: 'Hà Nam',
          home: 'http://hn.example/',
          news: ['http://hn.example/1', 'http://hn.example/2'],
          documents: [],
        },
      ]),
    ),
    encode('<opml version="1.0"><body><outline text="A &amp; B" xmlUrl="http://a.vn/rss"/></body></opml>'),
  ],
  dictionary: [
    '<outline text="',
    ' xmlUrl="http://',
    ' htmlUrl="',
    ' url="',
    ' category="tct/documents"',
    '</outline>',
    '<body>',
  ],
  async run(input) {
    let read: ReturnType<typeof readOpml>['subscriptions'];
    try {
      read = readOpml(decode(input)).subscriptions;
    } catch (error) {
      // Its documented error; any other is a bug.
      if (error instanceof Error && error.constructor === Error) return error.message;
      throw error;
    }
    for (const { home, news, documents } of read)
      for (const url of [home, ...news, ...documents]) new URL(url);
    deepStrictEqual(readOpml(writeOpml('x', read)).subscriptions, read);
    return shapeOf(read);
  },
};

function parsed(input: Uint8Array): unknown {
  try {
    return JSON.parse(decode(input));
  } catch {
    return undefined;
  }
}

/** A policy, and a hub's list of schools: the extension can tell which addresses it polls. */
export const policies: Target = {
  name: 'policies',
  seeds: async () =>
    [
      { hub: 'https://hub.example/', every: 60, on: ['nb'], firstRun: false },
      {
        notifications: false,
        schools: [
          {
            id: 'nb',
            name: 'Ninh Bình',
            home: 'http://nb.example/',
            news: 'http://nb.example/rss',
            documents: ['http://nb.example/vb'],
          },
        ],
      },
      {
        name: 'Cụm',
        schools: [
          { id: 'hn', name: 'Hà Nam', home: 'http://hn.example/', news: [{ url: '/rss', kind: 'feed' }] },
        ],
      },
    ].map((value) => encode(JSON.stringify(value))),
  dictionary: [
    'hub',
    'schools',
    'on',
    'every',
    'quiet',
    'theme',
    'news',
    'documents',
    'home',
    'active',
    'http://a.vn/',
  ],
  async run(input) {
    const policy = parsed(input);
    const managed = parsePolicy(isRecord(policy) ? policy : {});
    const listed = parseHub(input, 'https://hub.example/cluster.json');
    const store = {
      ...emptyStore(),
      ...(managed && { managed }),
      ...(listed && { hub: listed, policyHub: listed }),
    };
    for (const { url } of sourcesOf(store)) permissionFor(url);
    return shapeOf([managed, schoolsOf(store).length > 20, listed]);
  },
};

/** What a page's `localStorage` holds under a widget's key, and the checks that its data pass before they are shown. */
export const keptCopies: Target = {
  name: 'kept-copies',
  seeds: async () =>
    [
      {
        at: 1.7e12,
        data: {
          version: 'https://jsonfeed.org/version/1.1',
          title: 'Tin',
          items: [
            {
              id: '1',
              title: 'Tin',
              url: 'http://nb.example/1',
              content_text: '',
              date_published: '2026-11-23T08:00:00+07:00',
              attachments: [{ url: 'http://nb.example/1.jpg', mime_type: 'image/jpeg' }],
            },
          ],
        },
      },
      {
        at: 1.7e12,
        data: {
          id: 'hn',
          name: 'Hà Nội',
          utc_offset_seconds: 25200,
          current: { time: '2026-11-23T08:00', temperature_2m: 20 },
          hourly: { time: ['2026-11-23T08:00'], temperature_2m: [20] },
          daily: { time: ['2026-11-23'], temperature_2m_min: [18], temperature_2m_max: [24] },
        },
      },
    ].map((value) => encode(JSON.stringify(value))),
  dictionary: [
    'at',
    'data',
    'items',
    'url',
    'image',
    '_tct',
    'thumbnail',
    'hourly',
    'weather_code',
    'javascript:alert(1)',
  ],
  async run(input) {
    Object.assign(globalThis, { localStorage: { getItem: () => decode(input) } });
    const data = readCache('http://hub.example/news.json')?.data;
    const isFeed = isHubFeed(data);
    if (isFeed) await checkPublished(data);
    return `${isFeed} ${shapeOf(readForecast(data))}`;
  },
};
