import { omitUndefined } from '../../core/omit-undefined.ts';
import { schoolsOf } from '../schools/configuration.ts';
import { postsOf } from '../schools/posts.ts';
import { watchedWords, watchWordsOf } from '../schools/watched.ts';
import { areNotificationsOn, areWatchedAnnounced } from '../store/announced.ts';
import { isPaused } from '../store/is-paused.ts';
import type { Post, Store } from '../store/schema.ts';
import type { BackgroundWords } from '../words/background-words.ts';
import { digestOf } from './digest.ts';
import { isQuiet, isQuietDay, quietUntil } from './quiet-hours.ts';

export interface NotificationText {
  title: string;
  message: string;
}

/** Lines of a notification; operating systems show no more. */
const MAX_LINES = 4;
/** Watched words that a notification names. */
const MAX_WORDS = 3;

/** A post to be announced, the name of its school, and the watched words that it contains. */
interface Announced {
  post: Post;
  school: string;
  watched: readonly string[];
}

/** A line for each post with a watched word, then one for each school, with the title of its only post. */
function messageOf(posts: readonly Announced[], words: BackgroundWords): string {
  const groups = new Map<string, Announced[]>();
  const hasWords = ({ watched }: Announced) => watched.length > 0;
  for (const announced of [...posts.filter(hasWords), ...posts.filter((one) => !hasWords(one))]) {
    const name = hasWords(announced) ? announced.post.key : announced.school;
    groups.set(name, [...(groups.get(name) ?? []), announced]);
  }
  const all = [...groups.values()];
  const shown = all.length > MAX_LINES ? all.slice(0, MAX_LINES - 1) : all;
  const lines = shown.map((group) => {
    const { school, post } = group[0]!;
    return `${school}: ${(group.length === 1 && post.item.title) || words.newPosts(group.length)}`;
  });
  const left = posts.length - shown.flat().length;
  return [...lines, ...(left ? [words.morePosts(left)] : [])].join('\n');
}

function titleOf(posts: readonly Announced[], isDigest: boolean, words: BackgroundWords): string {
  const total = posts.length;
  const title = isDigest ? words.digest(total) : words.newPosts(total);
  const watched = posts.filter(({ watched }) => watched.length);
  const names = [...new Set(watched.flatMap(({ watched }) => watched))].map((word) => `“${word}”`);
  const listed = [...names.slice(0, MAX_WORDS), ...(names.length > MAX_WORDS ? ['…'] : [])].join(', ');
  return listed
    ? title + words.withWords(watched.length === total ? undefined : watched.length, listed)
    : title;
}

/**
 * One notification for all unannounced posts that are due, and the store without those in `untold`. During quiet hours
 * and pauses, posts wait, and are announced later if still unread. With a digest, they wait for it, and on quiet days for
 * that of the next. Posts with watched words may be announced although others are not or wait for the digest, and
 * although their school is muted.
 *
 * @returns `post` is the only one that the notification announces
 */
export function takeNotification(
  store: Store,
  now: number,
  words: BackgroundWords,
): { store: Store; notification?: NotificationText; post?: Post } {
  if (isPaused(store, now)) return { store };
  const digest = digestOf(store, now);
  const isDigest = digest?.isDue ?? false;
  const isSilent = (isDigest ? isQuietDay : isQuiet)(store.settings.quiet, now);
  const schools = new Map(schoolsOf(store).map((school) => [school.id, school]));
  const unnotified = new Set(store.untold);
  const isOn = areNotificationsOn(store);
  const watchWords = watchWordsOf(store);
  const waiting: string[] = [];
  const due: Announced[] = [];
  for (const post of unnotified.size ? postsOf(store, { unread: true }) : []) {
    if (!unnotified.has(post.key)) continue;
    const { notify, quiet, name } = schools.get(post.school)!;
    const watched = watchedWords(post.item, watchWords);
    const isOnItsOwn = watched.length > 0 && areWatchedAnnounced(store);
    if (!isOnItsOwn && !(isOn && notify)) continue;
    const waitsForDigest = digest && !isDigest && !isOnItsOwn;
    if (waitsForDigest || (isSilent && quiet)) waiting.push(post.key);
    else due.push({ post, school: name, watched });
  }
  const afterwards = omitUndefined({ ...store, untold: waiting, digested: digest?.digested });
  if (!due.length) return { store: afterwards };
  return {
    store: afterwards,
    notification: { title: titleOf(due, isDigest, words), message: messageOf(due, words) },
    ...(due.length === 1 && { post: due[0]!.post }),
  };
}

/** When to look again for posts that may be announced (ms since the epoch); undefined if none wait. */
export function nextNotification(store: Store, now: number): number | undefined {
  if (isPaused(store, now)) return undefined;
  const digest = digestOf(store, now);
  const quietEnd = quietUntil(store.settings.quiet, now);
  const times = [
    ...(digest ? [digest.isDue ? now : digest.next] : []),
    ...(store.untold.length && quietEnd > now ? [quietEnd] : []),
  ];
  return times.length ? Math.min(...times) : undefined;
}
