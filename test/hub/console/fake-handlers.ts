import { setTimeout as sleep } from 'node:timers/promises';
import type { ConsoleState, FoundSite, Handlers } from '../../../hub/setup/api.ts';
import { UserError } from '../../../hub/setup/user-error.ts';
import { FakeFeeds } from './fake-feeds.ts';
import { fakeSite } from './fake-sites.ts';

/** The state of a hub that has not been set up. */
export const emptyState = (): ConsoleState => ({
  version: '0.1.0',
  config: '/home/tct/cluster.jsonc',
  exists: false,
  settings: {
    name: 'Cụm các trường Chính trị khu vực đồng bằng sông Hồng',
    contact: '',
    out: 'public',
    hub: '',
  },
  folders: { out: '/home/tct/public', state: '/home/tct/public-state' },
  schools: [],
  sources: [],
  known: [
    { id: 'ninh-binh', name: 'Trường Chính trị tỉnh Ninh Bình', home: 'http://ninh-binh.example/' },
    {
      id: 'hung-yen',
      name: 'Trường Chính trị Nguyễn Văn Linh tỉnh Hưng Yên',
      home: 'http://hung-yen.example/',
    },
    {
      id: 'bac-ninh',
      name: 'Trường Chính trị Nguyễn Văn Cừ tỉnh Bắc Ninh',
      home: 'http://bac-ninh.example/',
    },
  ],
  isStopped: false,
  isBusy: false,
});

/** Between two events of a fake look, ms; a test may set it higher to see the progress. */
const EVENT_MS = 15;

/** Handlers of calls without a hub: they change a state in memory, and find the sites of `fakeSite`. */
export function fakeHandlers(
  state: ConsoleState,
  feeds = new FakeFeeds(),
  eventMs = EVENT_MS,
): Partial<Handlers> {
  const saved = async () => state;
  return {
    state: saved,
    async saveSettings(settings) {
      if (!settings.name.trim())
        throw new UserError({ vi: 'Hãy đặt tên cho cụm.', en: 'The cluster needs a name.' }, 'name');
      if (settings.hub && !/^https?:/.test(settings.hub))
        throw new UserError(
          {
            vi: 'Địa chỉ công khai phải bắt đầu bằng https:// hoặc http://',
            en: 'The public address must begin with https:// or http://',
          },
          'hub',
        );
      Object.assign(state, { settings, exists: true });
      return state;
    },
    async saveSchools({ schools }) {
      for (const { was, seen: _, ...school } of schools) {
        const index = state.schools.findIndex(({ id }) => id === (was ?? school.id));
        if (index < 0) state.schools.push(school);
        else state.schools[index] = school;
        state.known = state.known.filter(({ id }) => id !== school.id);
      }
      return state;
    },
    async removeSchool({ id }) {
      state.schools = state.schools.filter((school) => school.id !== id);
      return state;
    },
    async pauseSource({ url, isPaused }) {
      for (const source of state.sources) if (source.url === url) source.isPaused = isPaused;
      return state;
    },
    async saveSource({ school, kind, url, source }) {
      const lists = state.schools.find(({ id }) => id === school)?.lists;
      if (lists)
        lists[kind] = lists[kind].flatMap((each) => (each.url !== url ? [each] : source ? [source] : []));
      return state;
    },
    async readAddresses({ text }) {
      const words = text.split(/\s+/).filter(Boolean);
      const isAddress = (word: string) => /^(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+(?:[/:]\S*)?$/.test(word);
      const addresses = words
        .filter(isAddress)
        .map((word) => (word.includes('://') ? word : `https://${word}/`));
      return { addresses: [...new Set(addresses)], ignored: words.filter((word) => !isAddress(word)) };
    },
    async look({ addresses }, { emit, signal }) {
      const sites: FoundSite[] = [];
      for (const address of addresses) emit({ address, phase: 'waiting' });
      for (const address of addresses) {
        emit({ address, phase: 'opened' });
        for (const [index, path] of ['rss', 'feed/', 'tin-tuc'].entries()) {
          await sleep(eventMs, undefined, { signal });
          emit({ address, phase: 'trying', url: `${address}${path}`, requests: index + 2 });
        }
        await sleep(eventMs, undefined, { signal });
        const site = fakeSite(address, feeds);
        sites.push(site);
        emit({ address, phase: 'done', site });
      }
      return { sites };
    },
  };
}
