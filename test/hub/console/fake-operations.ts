/** A hub that has run, with a source in every condition, and what can be done to it. No site is asked. */
import type { ListKind } from '../../../core/config/cluster.ts';
import type { ConsoleState, EditedSchool, Handlers, Schedule, SourceState } from '../../../hub/setup/api.ts';
import { UserError } from '../../../hub/setup/user-error.ts';
import type { FakeFeeds } from './fake-feeds.ts';
import { emptyState, fakeHandlers } from './fake-handlers.ts';
import { facts } from './fake-sites.ts';

const MINUTE_MS = 60_000;

/** RFC 3339. @param minutes from now */
const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * MINUTE_MS).toISOString();

function source(school: string, kind: ListKind, path: string, more: Partial<SourceState> = {}): SourceState {
  const url = `https://${school}.example/${path}`;
  return {
    school,
    kind,
    url,
    source: { url, kind: 'feed' },
    isPaused: false,
    posts: 20,
    lastAttempt: inMinutes(-12),
    lastSuccess: inMinutes(-12),
    nextDue: inMinutes(48),
    isRedesigned: false,
    remembered: 20,
    answers: [{ time: inMinutes(-12), outcome: '200, 20 bài', isError: false }],
    ...more,
  };
}

const REDESIGNED = 'https://nam-dinh.example/tin-tuc';

/** A source in each condition. */
const watchedSources = (): SourceState[] => [
  source('ninh-binh', 'news', 'rss/tin-tuc'),
  source('ninh-binh', 'documents', 'van-ban', {
    error: 'Máy chủ trả lời 503: đang quá tải hay bảo trì. Trạm sẽ tự hỏi lại.',
    lastSuccess: inMinutes(-60 * 30),
    canAskAt: inMinutes(4),
    answers: [
      {
        time: inMinutes(-12),
        outcome: '503 Service Unavailable',
        isError: true,
        type: 'text/html',
        bytes: 2150,
        excerpt:
          '<html><head><title>503 Service Unavailable</title></head><body><h1>Hệ thống đang bảo trì</h1><script>alert(1)</script>',
      },
      { time: inMinutes(-60 * 30), outcome: '200, 66 văn bản', isError: false },
    ],
  }),
  source('nam-dinh', 'news', 'tin-tuc', {
    source: { url: REDESIGNED, kind: 'page', pages: 1, item: '.news-item', title: 'h3' },
    isRedesigned: true,
    remembered: 30,
    error: 'Không thấy danh sách tin nào trên trang.',
    answers: [
      {
        time: inMinutes(-12),
        outcome: '200, không có bài nào',
        isError: true,
        type: 'text/html',
        bytes: 48_213,
        excerpt: '<!doctype html><html lang="vi"><title>Trường Chính trị tỉnh Nam Định</title>',
      },
    ],
  }),
  source('nam-dinh', 'gallery', 'thu-vien-anh', {
    adopted: {
      source: { url: 'https://nam-dinh.example/albums/rss', kind: 'feed' },
      since: inMinutes(-3000),
    },
    movedTo: 'https://www.nam-dinh.example/thu-vien-anh/',
  }),
  source('hung-yen', 'news', 'feed', { isPaused: true }),
  {
    ...source('hung-yen', 'documents', 'vb'),
    posts: undefined as never,
    lastAttempt: undefined as never,
    lastSuccess: undefined as never,
    nextDue: undefined as never,
    remembered: 0,
    answers: [],
  },
];

const NAMES: Record<string, string> = {
  'ninh-binh': 'Trường Chính trị tỉnh Ninh Bình',
  'nam-dinh': 'Trường Chính trị Trường Chinh tỉnh Nam Định',
  'hung-yen': 'Trường Chính trị Nguyễn Văn Linh tỉnh Hưng Yên',
};

/** The state of a hub that has run. */
export function watchedState(sources = watchedSources()): ConsoleState {
  const schools = Object.entries(NAMES).map(([id, name]): EditedSchool => {
    const listOf = (kind: ListKind) =>
      sources.filter((each) => each.school === id && each.kind === kind).map((each) => each.source);
    const lists = { news: listOf('news'), documents: listOf('documents'), gallery: listOf('gallery') };
    return { id, name, home: `https://${id}.example/`, active: true, lists };
  });
  const settings = { ...emptyState().settings, hub: 'https://tin.tct.example/' };
  return { ...emptyState(), exists: true, settings, schools, sources, known: [], lastRun: inMinutes(-12) };
}

const CRON_LINE =
  '*/15 * * * * node /opt/tct-hub/tct-hub.js --config /home/tct/cluster.jsonc --out /home/tct/public --state /home/tct/public-state';

const schedules = (): Schedule[] => [
  {
    scheduler: 'systemd',
    files: [
      {
        path: '/home/tct/.config/systemd/user/tct-hub.service',
        text: `[Unit]\nDescription=Trạm thu tin\n\n[Service]\nType=oneshot\nExecStart=${CRON_LINE.slice(13)}\n`,
      },
      {
        path: '/home/tct/.config/systemd/user/tct-hub.timer',
        text: '[Timer]\nOnCalendar=*:0/15\nPersistent=true\n',
      },
    ],
    command: 'systemctl --user enable --now tct-hub.timer',
    canInstall: true,
    isInstalled: false,
    notes: [{ vi: 'Máy tắt lúc đến giờ thì chạy bù khi bật lại.', en: 'Missed runs are caught up.' }],
  },
  {
    scheduler: 'cron',
    files: [{ text: CRON_LINE }],
    canInstall: false,
    obstacle: { vi: 'Máy này không có lệnh crontab.', en: 'There is no crontab here.' },
    isInstalled: false,
    notes: [],
  },
  {
    scheduler: 'github-pages',
    files: [
      { path: '.github/workflows/tct-hub.yml', text: 'on:\n  schedule:\n    - cron: "*/15 * * * *"\n' },
    ],
    canInstall: false,
    isInstalled: false,
    notes: [],
  },
];

/** What a test lets happen while everything is read. */
export interface FakeReading {
  /** Resolved when the reading may go on after its first events. */
  mayGoOn?: Promise<unknown>;
  /** Another run is going on until this is resolved. */
  isFree?: Promise<unknown>;
}

/** Handlers of the calls that try, run, watch and schedule. */
export function fakeOperations(
  state: ConsoleState,
  feeds: FakeFeeds,
  { mayGoOn, isFree }: FakeReading = {},
): Partial<Handlers> {
  const lists = () => ({
    news: feeds.add({ kind: 'news', school: 'ninh-binh', posts: 8 }),
    documents: feeds.add({ kind: 'documents', school: 'ninh-binh', posts: 4 }),
    gallery: feeds.add({ kind: 'gallery', school: 'ninh-binh', posts: 4 }),
  });
  let offered = schedules();
  const read: Handlers['try'] = async (_, { emit, signal }) => {
    if (isFree) emit({ phase: 'busy' });
    await isFree;
    for (const each of state.sources) emit({ phase: 'waiting', source: each });
    for (const each of state.sources.slice(0, 2)) emit({ phase: 'reading', source: each });
    const left = new Promise((_resolve, reject) =>
      signal.addEventListener('abort', () => reject(signal.reason)),
    );
    await Promise.race([mayGoOn, left]);
    for (const { error, ...each } of state.sources)
      emit({ phase: 'done', source: each, added: error ? 0 : 3, unchanged: false, ...(error && { error }) });
    return {
      sources: state.sources.map(({ school, kind, url, error }) => ({
        school,
        kind,
        url,
        posts: error ? 0 : 20,
        added: error ? 0 : 3,
        ...(error && { error }),
        ...(!error && {
          reading: { facts: facts(20, kind === 'news' ? { pictures: 3 } : { numbers: 20, files: 20 }) },
        }),
      })),
      feeds: lists(),
      warnings: [],
    };
  };
  return {
    ...fakeHandlers(state, feeds),
    try: read,
    async run(request, context) {
      await read(request, context as never);
      context.emit({ phase: 'images', done: 12, total: 80 });
      state.lastRun = inMinutes(0);
      const failing = state.sources.filter(({ error }) => error).map(({ school }) => NAMES[school]!);
      return { asked: state.sources.length, added: 12, failing, written: 48, warnings: [] };
    },
    async ask({ url }) {
      const asked = state.sources.find((each) => each.url === url)!;
      if (asked.canAskAt) throw new UserError({ vi: 'Chưa đến lúc hỏi lại.', en: 'Too early.' });
      Object.assign(asked, { lastAttempt: inMinutes(0), lastSuccess: inMinutes(0), canAskAt: inMinutes(5) });
      return state;
    },
    async saveSource({ school, kind, url, source: config }) {
      if (config && !/^https?:/.test(config.url))
        throw new UserError(
          {
            vi: 'Địa chỉ phải bắt đầu bằng https:// hoặc http://',
            en: 'The address must begin with https:// or http://',
          },
          'url',
        );
      const lists = state.schools.find(({ id }) => id === school)!.lists;
      lists[kind] = lists[kind].flatMap((each) => (each.url !== url ? [each] : (config ?? [])));
      state.sources = state.sources.flatMap((each) => {
        if (each.school !== school || each.kind !== kind || each.url !== url) return [each];
        if (!config) return [];
        const { adopted: _, movedTo: __, error: ___, ...rest } = each;
        return [{ ...rest, url: config.url, source: config, isRedesigned: false }];
      });
      return state;
    },
    async removeSchool({ id }) {
      state.schools = state.schools.filter((school) => school.id !== id);
      state.sources = state.sources.filter(({ school }) => school !== id);
      return state;
    },
    schedules: async () => offered,
    async installSchedule({ scheduler, isInstalled }) {
      offered = offered.map((each) => (each.scheduler === scheduler ? { ...each, isInstalled } : each));
      return offered;
    },
    publishedFeeds: async () => lists(),
  };
}
