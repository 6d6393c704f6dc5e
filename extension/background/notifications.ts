/** Shows notifications of new posts, and what they announce when they are clicked. */
import { hashText } from '../../core/hash.ts';
import { omitUndefined } from '../../core/omit-undefined.ts';
import { browser } from '../browser.ts';
import { openPage, openTab } from '../open-page.ts';
import { postUrl } from '../schools/post-url.ts';
import { changeStore, readStore } from '../shared-store.ts';
import { setRead } from '../store/changes.ts';
import type { Post } from '../store/schema.ts';
import { backgroundWords } from '../words/background-words.ts';
import { interfaceLanguage } from '../words/language.ts';
import { takeNotification } from './notify.ts';

/** The id of a notification of several posts: a later one takes its place. */
const SEVERAL = 'poll';
/** That of one post leads to it after a restart of the worker. Keys may be longer than ids may be. */
const idFor = ({ key }: Post): string => `post:${hashText(key)}`;

/** Announces new posts. Shows the notification before recording it: a repeated one is better than none. */
export async function announceNewPosts(now: number): Promise<void> {
  const store = await readStore();
  const words = backgroundWords[interfaceLanguage(store.settings.lang)];
  const { notification, post, store: afterwards } = takeNotification(store, now, words);
  const { untold, digested } = afterwards;
  if (untold.length === store.untold.length && digested === store.digested) return;
  if (notification && (await browser.permissions.contains({ permissions: ['notifications'] })))
    await browser.notifications.create(post ? idFor(post) : SEVERAL, {
      type: 'basic',
      iconUrl: 'icons/128.png',
      ...notification,
    });
  // Keys added since the store was read are still unannounced.
  const waiting = new Set(untold);
  const handled = new Set(store.untold.filter((key) => !waiting.has(key)));
  await changeStore((store) =>
    omitUndefined({ ...store, untold: store.untold.filter((key) => !handled.has(key)), digested }),
  );
}

/** Opens the post that a notification announces; the list for several, or for one that cannot be opened. */
async function open(id: string): Promise<void> {
  await browser.notifications.clear(id);
  const post = (await readStore()).posts.find((post) => idFor(post) === id);
  const url = post && postUrl(post.item);
  if (!url) return openPage('popup/index.html');
  await openTab(url);
  await changeStore((store) => setRead(store, [post.key], true));
}

let isListening = false;
/** The notifications API exists only while its optional permission is granted. */
export function listenToNotifications(): void {
  if (isListening || !browser.notifications) return;
  isListening = true;
  browser.notifications.onClicked.addListener((id) => void open(id).catch(console.error));
}
