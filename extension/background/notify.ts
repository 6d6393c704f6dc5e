import { schoolsOf } from '../schools/configuration.ts';
import { postsOf } from '../schools/posts.ts';
import { isPaused } from '../store/is-paused.ts';
import type { Store } from '../store/schema.ts';
import type { WorkerWords } from '../words/background-words.ts';
import { isQuiet } from './quiet-hours.ts';

export interface Notice {
  title: string;
  message: string;
}

/** Whether notifications are on; the IT department's word goes before the user's. */
export const notifies = ({ managed, settings }: Store): boolean =>
  managed?.notifications ?? settings.notifications;

/** Lines of a notification: systems show no more. */
const MAX_LINES = 4;

/**
 * The one notification for all that is new, by school, and the store in which it has been told. What comes in the
 * quiet hours or in a pause is told after them, if it is still unread; what nobody wants to be told of is never told.
 */
export function takeNotification(
  store: Store,
  now: number,
  words: WorkerWords,
): { store: Store; notice?: Notice } {
  if (!store.untold.length || isPaused(store, now)) return { store };
  const schools = new Map(schoolsOf(store).map((school) => [school.id, school]));
  const quiet = isQuiet(store.settings.quiet, now);
  const untold = new Set(store.untold);
  const waiting: string[] = [];
  const news = new Map<string, string[]>();
  let total = 0;
  for (const { key, school, item } of notifies(store) ? postsOf(store, { unread: true }) : []) {
    const { notify, quiet: keeps, name } = schools.get(school)!;
    if (!untold.has(key) || !notify) continue;
    if (quiet && keeps) waiting.push(key);
    else {
      news.set(name, [...(news.get(name) ?? []), item.title ?? '']);
      total++;
    }
  }
  const told = { ...store, untold: waiting };
  if (!total) return { store: told };
  // One post is told by its title.
  const lines = [...news].map(
    ([name, { length, 0: title }]) => `${name}: ${(length === 1 && title) || words.arrived(length)}`,
  );
  if (lines.length > MAX_LINES) lines.splice(MAX_LINES - 1, lines.length, '…');
  return { store: told, notice: { title: words.arrived(total), message: lines.join('\n') } };
}
