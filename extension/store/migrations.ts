/** Migrations of the store, each from one version to the next. A published migration is never changed. */
import { omitUndefined } from '../../core/omit-undefined.ts';
import { asObject, type JsonObject } from '../../core/read/json/values.ts';
import { bySchoolAndKind } from './by-school-and-kind.ts';
import { Memory, type MemoryNames, memoryNames } from './memory.ts';
import type { SchoolMemory } from './schema.ts';

/** By the version they start from. */
const MIGRATIONS: Record<number, (old: JsonObject) => JsonObject> = {
  // Version 1 had a key for each part, a list of the keys of unread posts, and quiet hours as minutes of the day.
  1: ({ posts, unread, settings, schools, ...rest }) => {
    const unreadKeys = new Set<unknown>(Array.isArray(unread) ? unread : []);
    const { quietFrom = 1080, quietTo = 420, weekends = true, ...otherSettings } = asObject(settings);
    const toHour = (minute: unknown) => (typeof minute === 'number' ? Math.floor(minute / 60) % 24 : minute);
    return {
      ...rest,
      version: 2,
      own: schools,
      posts: Array.isArray(posts)
        ? posts.map((post: unknown) => {
            const fields = asObject(post);
            return { ...fields, read: !unreadKeys.has(fields.key) };
          })
        : posts,
      settings: {
        ...otherSettings,
        quiet: { on: quietFrom !== quietTo, from: toHour(quietFrom), to: toHour(quietTo), weekends },
      },
    };
  },
  // Version 2 listed the posts that it remembered, with their names.
  2: ({ former, ...rest }) => ({
    ...rest,
    version: 3,
    // If it is no list, that is reported of the part which has taken its place.
    memory: Array.isArray(former) ? rememberedPosts(former) : former,
  }),
};

/** The memory of former posts as version 2 stored them. */
function rememberedPosts(former: readonly unknown[]): SchoolMemory[] {
  type FormerPost = MemoryNames & Pick<SchoolMemory, 'school' | 'kind'>;
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  const posts = former.map(asObject).flatMap<FormerPost>(({ key, alias = key, school, kind, url, title }) => {
    if (typeof school !== 'string' || (kind !== 'news' && kind !== 'documents')) return [];
    const item = omitUndefined({ url: text(url), title: text(title) });
    return [
      {
        school,
        kind,
        ...memoryNames(
          school,
          [key, alias].flatMap((one) => text(one) ?? []),
          item,
        ),
      },
    ];
  });
  return bySchoolAndKind(posts).reduce<SchoolMemory[]>((memories, group) => {
    const memory = new Memory(memories, group[0]!);
    memory.remember(group);
    return memory.storedIn(memories);
  }, []);
}

/** The keys of version 1, which stored no version number. */
export const VERSION_1_KEYS = [
  'posts',
  'unread',
  'settings',
  'schools',
  'since',
  'sources',
  'choices',
  'former',
];

/** Migrates a stored value to the current version. A value of a newer version is returned unchanged. */
export function migrate(stored: JsonObject): JsonObject {
  // Not by any other value that means 1, such as `true`: a damaged version number says nothing of the rest.
  const migration = typeof stored.version === 'number' ? MIGRATIONS[stored.version] : undefined;
  return migration ? migrate(migration(stored)) : stored;
}
