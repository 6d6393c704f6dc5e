/** What the pages render for a store, without a DOM: every template is evaluated, those of posts in widgets too. */
import type { Item } from '../../../core/model/feed.ts';
import { BackupSection } from '../../../extension/options/backup.ts';
import { HubChoice } from '../../../extension/options/hub-choice.ts';
import { notifications } from '../../../extension/options/notifications.ts';
import { policyMistakes } from '../../../extension/options/policy-mistakes.ts';
import { schoolCard } from '../../../extension/options/school-card.ts';
import { sourceStatus } from '../../../extension/options/source-status.ts';
import { syncStatus } from '../../../extension/options/sync-status.ts';
import { deedHistory } from '../../../extension/popup/deed-history.ts';
import { popupFooter, popupHeader } from '../../../extension/popup/header-footer.ts';
import { listTabs, searchTools } from '../../../extension/popup/list-controls.ts';
import { rememberedFilter } from '../../../extension/popup/list-filter.ts';
import { noticesFor } from '../../../extension/popup/notices.ts';
import { postList } from '../../../extension/popup/post-list.ts';
import { searchPosts } from '../../../extension/popup/posts-as-feed.ts';
import { schoolsOf, sourcesOf } from '../../../extension/schools/configuration.ts';
import { findSchool } from '../../../extension/schools/find-school.ts';
import { postsOf } from '../../../extension/schools/posts.ts';
import { watchedWords, watchWordsOf } from '../../../extension/schools/watched.ts';
import type { Store } from '../../../extension/store/schema.ts';
import { badgeOf } from '../../../extension/toolbar/badge.ts';
import { backgroundWords } from '../../../extension/words/background-words.ts';
import { wordsFor } from '../../../extension/words/words.ts';

interface Template {
  strings: readonly string[];
  values: readonly unknown[];
}

const isTemplate = (value: unknown): value is Template =>
  typeof value === 'object' && value !== null && 'strings' in value && 'values' in value;

/** The text of a template with its attributes. Event listeners are left out, property bindings of widgets are rendered. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join('');
  if (isTemplate(value)) {
    const { strings, values } = value;
    const at = (name: string) => values[strings.findIndex((part) => part.endsWith(` ${name}=`))];
    const feed = at('.feed') as { items: Item[] } | undefined;
    const renderItem = at('.renderItem') as (item: Item, context: object) => unknown;
    const items = feed?.items.map((item) => textOf(renderItem(item, { isNew: true }))).join('') ?? '';
    return strings.map((part, index) => part + textOf(values[index])).join('') + items;
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

const noActions = new Proxy({}, { get: () => () => {} }) as never;

/** The text of the popup and of the settings for a store. @param policy as the browser has it */
export function renderedPages(
  store: Store,
  lang: 'vi' | 'en',
  now: number,
  policy: Record<string, unknown> = {},
): { popup: string; options: string } {
  const words = wordsFor(lang);
  const schools = schoolsOf(store);
  const list = (kind: 'news' | 'documents' | 'starred') =>
    postList(store, searchPosts(postsOf(store, kind === 'starred' ? {} : { kind }), ''), words, now, {
      list: kind,
      limit: 60,
      unreadKeys: new Set(store.posts.map(({ key }) => key)),
      unfoldedKeys: new Set(store.posts.map(({ key }) => key)),
      watchedIn: ({ item }) => watchedWords(item, watchWordsOf(store)),
      open: noActions,
      toggleRead: noActions,
      toggleStar: noActions,
      toggleText: noActions,
      copyLink: noActions,
      readGroup: noActions,
    });
  const filter = rememberedFilter(store);
  const flags = { canRefresh: true, isRefreshing: false, canReadAll: true, isSearching: true };
  const rendersItself = (section: HubChoice | BackupSection) =>
    (Object.assign(section, { store, words }) as unknown as { render: () => unknown }).render();
  return {
    popup: textOf([
      popupHeader(words, flags, undefined, noActions),
      noticesFor(store, words, now, noActions),
      listTabs(store, words, filter, noActions),
      searchTools(store, words, filter, { isOpen: true, hasWatchWords: true }, noActions),
      list('news'),
      list('documents'),
      list('starred'),
      deedHistory(store.deeds ?? [], words, now, noActions),
      popupFooter(store, words, now, findSchool(store, 'https://a.example/')?.name, noActions),
      badgeOf(store, now, backgroundWords[lang]).title,
    ]),
    options: textOf([
      policyMistakes(store, policy, words),
      rendersItself(new HubChoice()),
      sourcesOf(store).map((source) => sourceStatus(source, store, words, now, true, noActions)),
      schools.map((school) => schoolCard(school, store, 1, words, now, noActions)),
      notifications(store, words, now, true, noActions),
      syncStatus(store, words, now, noActions),
      rendersItself(new BackupSection()),
    ]),
  };
}
