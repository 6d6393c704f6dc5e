/** A store in which every part is filled, as after some weeks of use. */
import { DAY_MS, HOUR_MS } from '../../../core/time/duration.ts';
import { sourcesOf } from '../../../extension/schools/configuration.ts';
import { updateSubscriptions } from '../../../extension/schools/update-subscriptions.ts';
import { addSchool, removeSchool, setHub, setRead } from '../../../extension/store/changes.ts';
import { recordDeed } from '../../../extension/store/deeds.ts';
import { pack } from '../../../extension/store/packed-hashes.ts';
import { emptyStore, type Post, type Store } from '../../../extension/store/schema.ts';
import { NOW } from './school-store.ts';

const HUB = 'https://tin.truong.example/';
const OWN = 'https://truong-a.example/rss.xml';

const schools = ['bac-ninh', 'hung-yen'].map((id) => ({
  id,
  name: `Trường Chính trị tỉnh ${id}`,
  home: `https://${id}.example/`,
  news: [`${HUB}schools/${id}/news.json`],
  documents: [`${HUB}schools/${id}/documents.json`],
}));

const own = [
  { id: 'truong-a', name: 'Trường A', home: 'https://truong-a.example/', news: [OWN], documents: [] },
  {
    id: 'truong-b',
    name: 'Trường B',
    home: 'https://truong-b.example/',
    news: ['https://truong-b.example/tin'],
    documents: ['https://truong-b.example/van-ban'],
  },
];

const news = (key: string, school: string, changes: Partial<Post> = {}): Post => ({
  key,
  alias: `${key}-2`,
  school,
  kind: 'news',
  seen: NOW - 3 * HOUR_MS,
  read: false,
  ...changes,
  item: {
    id: key,
    content_text: '',
    url: `https://${school}.example/${key}`,
    title: `Bài ${key}`,
    summary: 'Tóm tắt của bài',
    image: `https://${school}.example/anh.jpg`,
    date_published: '2026-11-23T08:30:00+07:00',
    _tct: { precision: 'minute' },
    ...changes.item,
  },
});

const document: Post = {
  key: 'truong-b:vb',
  school: 'truong-b',
  kind: 'documents',
  seen: NOW - DAY_MS,
  read: true,
  starred: true,
  item: {
    id: 'vb',
    content_text: '',
    url: 'https://truong-b.example/vb',
    title: 'Quyết định về việc khen thưởng',
    date_published: '2026-11-20T00:00:00+07:00',
    attachments: [
      {
        url: 'https://truong-b.example/vb.pdf',
        mime_type: 'application/pdf',
        title: 'Toàn văn',
        size_in_bytes: 9,
      },
    ],
    _tct: {
      precision: 'day',
      document: {
        number: '12/QĐ-TCT',
        type: 'Quyết định',
        field: 'Khen thưởng',
        issuer: 'Trường',
        signer: 'An',
        issued: '2026-11-20',
        effective: '2026-11-21',
        expires: '2027-11-21',
        replaces: '11/QĐ-TCT',
        status: 'valid',
      },
    },
  },
};

/** @param managed whether a policy sets the hub and more */
export function fullStore(managed: boolean): Store {
  const hub = { url: HUB, name: 'Cụm trường', schools, rejected: ['schools.3.home'] };
  const store: Store = {
    ...emptyStore(),
    settings: {
      notifications: true,
      quiet: { on: true, from: 19, to: 6, weekends: false },
      every: 120,
      paused: NOW + HOUR_MS,
      welcomed: true,
      letters: false,
      lang: 'vi',
      sync: true,
    },
    choices: {
      'bac-ninh': { on: true, every: 30, notify: false, quiet: false },
      'truong-a': { on: true },
      'truong-b': { on: true },
    },
    own,
    ...(managed
      ? {
          policyHub: hub,
          managed: {
            hub: HUB,
            schools: own,
            on: ['bac-ninh', 'truong-a', 'truong-b'],
            every: 60,
            notifications: true,
            firstRun: false,
            rejected: ['eveyr'],
          },
        }
      : { hub }),
    sync: {
      items: {
        settings: { v: 1, fields: { every: { t: NOW, v: 120 }, lang: { t: NOW } } },
        'school.truong-a': {
          v: 1,
          fields: { on: { t: NOW, v: true } },
          marks: 'aaaaaa-0000bbbbbb-0001',
          before: NOW,
        },
      },
      joined: NOW - DAY_MS,
      agreed: NOW - HOUR_MS,
      wrote: NOW - HOUR_MS,
      received: NOW - HOUR_MS,
      problem: 'unreadable',
    },
    moved: { [OWN]: 'https://truong-a.example/feed' },
    posts: [
      news('bac-ninh:1', 'bac-ninh'),
      news('truong-a:2', 'truong-a', { read: true, starred: true }),
      news('truong-a:3', 'truong-a', { item: { id: '3', content_text: '', title: 'Không ngày' } }),
      document,
    ],
    memory: [
      { school: 'truong-a', kind: 'news', names: pack([1, 2 ** 39]), before: pack([7]) },
      { school: 'truong-b', kind: 'documents', names: pack([5]) },
    ],
    untold: ['bac-ninh:1', 'truong-a:3'],
    denied: ['*://truong-b.example/*'],
    offline: true,
    notice: { kind: 'full', at: NOW - DAY_MS, texts: 7, posts: 3, copy: true, undo: true },
  };
  const polled = updateSubscriptions(store, NOW - 20 * DAY_MS);
  const states: Store['sources'][string]['poll'][] = [
    {
      due: NOW + HOUR_MS,
      earliest: NOW,
      failures: 0,
      checked: NOW - HOUR_MS,
      succeeded: NOW - HOUR_MS,
      etag: 'W/"1"',
      lastModified: 'Mon, 23 Nov 2026 01:00:00 GMT',
      fresh: 60_000,
      rhythm: { minutes: 30, skipHours: [1, 2], skipDays: [0] },
      seldom: true,
    },
    {
      due: NOW + HOUR_MS,
      earliest: NOW,
      failures: 4,
      checked: NOW - HOUR_MS,
      succeeded: NOW - DAY_MS,
      problem: { kind: 'status', status: 503 },
    },
    {
      due: NOW,
      earliest: NOW,
      failures: 1,
      checked: NOW - HOUR_MS,
      problem: { kind: 'status', status: 410 },
      stopped: true,
    },
    { due: NOW, earliest: NOW, failures: 0, unreached: 'dns', checked: NOW - HOUR_MS },
    {
      due: NOW,
      earliest: NOW,
      failures: 0,
      checked: NOW,
      succeeded: NOW,
      moved: { to: 'https://truong-b.example/moi', since: NOW - 9 * DAY_MS },
    },
    { due: NOW, earliest: NOW, failures: 2, checked: NOW, problem: { kind: 'not-a-feed' } },
  ];
  const sources = Object.fromEntries(
    sourcesOf(polled).map(({ url, school }, index) => {
      const poll = states[index % states.length]!;
      const instead = { code: 'html', detail: 'Trang chủ' };
      return [
        url,
        {
          ...(school && { school, since: polled.since[school]! }),
          poll,
          posts: 3,
          digest: 'abc=',
          ...(poll.problem && { instead }),
        },
      ];
    }),
  );
  return withDeeds({ ...polled, sources });
}

/** After a deed of each sort that stores something else. The school that was removed is not one of those above. */
function withDeeds(store: Store): Store {
  const at = NOW - HOUR_MS;
  const id = 'truong-cu';
  const old = addSchool(
    {
      ...store,
      posts: [...store.posts, news('truong-cu:1', id)],
      memory: [...store.memory, { school: id, kind: 'news', names: pack([9]) }],
    },
    { id, name: 'Trường cũ', news: ['https://truong-cu.example/rss'], documents: [] },
  );
  const removed = recordDeed(old, removeSchool(old, id), { kind: 'removed', at, name: 'Trường cũ' });
  const read = recordDeed(removed, setRead(removed, ['bac-ninh:1'], true), { kind: 'read', at });
  const left = recordDeed(read, setHub(read, undefined), { kind: 'hub-left', at });
  return { ...store, ...(left.deeds && { deeds: left.deeds }) };
}
