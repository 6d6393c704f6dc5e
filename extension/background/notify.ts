import { schoolsOf } from '../schools/configuration.ts';
import { postsOf } from '../schools/posts.ts';
import { areNotificationsOn } from '../store/are-notifications-on.ts';
import { isPaused } from '../store/is-paused.ts';
import type { Store } from '../store/schema.ts';
import type { BackgroundWords } from '../words/background-words.ts';
import { isQuiet } from './quiet-hours.ts';

export interface NotificationText {
  title: string;
  message: string;
}

/** Lines of a notification; operating systems show no more. */
const MAX_LINES = 4;

/**
 * One notification for all unannounced posts, by school, and the store without those posts in `untold`. During quiet
 * hours and pauses, posts wait and are announced later if still unread; posts of muted schools are never announced.
 */
export function takeNotification(
  store: Store,
  now: number,
  words: BackgroundWords,
): { store: Store; notification?: NotificationText } {
  if (!store.untold.length || isPaused(store, now)) return { store };
  const schools = new Map(schoolsOf(store).map((school) => [school.id, school]));
  const isQuietNow = isQuiet(store.settings.quiet, now);
  const unnotified = new Set(store.untold);
  const waiting: string[] = [];
  const titlesBySchool = new Map<string, string[]>();
  let total = 0;
  for (const { key, school, item } of areNotificationsOn(store) ? postsOf(store, { unread: true }) : []) {
    const { notify, quiet, name } = schools.get(school)!;
    if (!unnotified.has(key) || !notify) continue;
    if (isQuietNow && quiet) waiting.push(key);
    else {
      titlesBySchool.set(name, [...(titlesBySchool.get(name) ?? []), item.title ?? '']);
      total++;
    }
  }
  const afterwards = { ...store, untold: waiting };
  if (!total) return { store: afterwards };
  // A single post is announced by its title.
  const lines = [...titlesBySchool].map(
    ([name, { length, 0: title }]) => `${name}: ${(length === 1 && title) || words.newPosts(length)}`,
  );
  if (lines.length > MAX_LINES) lines.splice(MAX_LINES - 1, lines.length, '…');
  return {
    store: afterwards,
    notification: { title: words.newPosts(total), message: lines.join('\n') },
  };
}
