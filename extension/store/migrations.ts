/** From each version of the store to the next. A step is never changed once it has been published. */

type Shape = Record<string, unknown>;

/** By the version they start from. Each gets what was stored and returns the next version's shape. */
const STEPS: Record<number, (old: Shape) => Shape> = {
  // Version 1 kept each part under a key of its own, unread posts as a list of keys, and hours as minutes of the day.
  1: ({ posts, unread, settings, schools, ...rest }) => {
    const waiting = new Set((unread ?? []) as unknown[]);
    const { quietFrom = 1080, quietTo = 420, weekends = true, ...kept } = Object(settings) as Shape;
    const hours = (minute: unknown) => Math.floor(Number(minute) / 60) % 24;
    return {
      ...rest,
      version: 2,
      own: schools,
      posts: Array.isArray(posts)
        ? posts.map((post: Shape) => ({ ...post, read: !waiting.has(Object(post).key) }))
        : posts,
      settings: {
        ...kept,
        quiet: { on: quietFrom !== quietTo, from: hours(quietFrom), to: hours(quietTo), weekends },
      },
    };
  },
};

/** The keys of version 1, for which there was no version number. */
export const FIRST_KEYS = ['posts', 'unread', 'settings', 'schools', 'since', 'sources', 'choices', 'former'];

/** Takes a stored value as far as this version knows the way; one of a newer version stays as it is. */
export function migrate(stored: Shape): Shape {
  const step = STEPS[Number(stored.version)];
  return step ? migrate(step(stored)) : stored;
}
