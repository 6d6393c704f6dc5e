/** Migrations of the store, each from one version to the next. A published migration is never changed. */
import { asObject, type JsonObject } from '../../core/read/json/values.ts';

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
};

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
