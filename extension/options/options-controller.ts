import { browser } from '../browser.ts';
import { redirectsElsewhere } from '../net/redirects-elsewhere.ts';
import { requestRefresh } from '../pages/request-refresh.ts';
import { StoreController } from '../pages/store-controller.ts';
import { clusterUrl, type ExtensionSchool, hubUrl, sourcesOf } from '../schools/configuration.ts';
import { followMovedHub } from '../schools/hub-move.ts';
import { readStore } from '../shared-store.ts';
import {
  addSchool,
  followMovedSource,
  removeSchool,
  setHub,
  setSchool,
  setSettings,
} from '../store/changes.ts';
import type { Hub, ListedSchool, SchoolChoice, Settings, Store } from '../store/schema.ts';
import { requestHosts, requestNotifications } from './permission.ts';

/** The edit, followed by the end of the welcome: after a first subscription it is not shown again. */
function endingWelcome(edit: (store: Store) => Store): (store: Store) => Store {
  return (store) => setSettings(edit(store), { welcomed: true });
}

/** Polls new sources at once, so that the first posts appear soon after subscribing. */
async function poll(urls: readonly string[]): Promise<void> {
  if (urls.length) await requestRefresh([...urls]).catch(() => undefined);
}

/** The user's actions in the settings. Methods that may request a permission must be called in the click. */
export class OptionsController extends StoreController {
  /** Whether nothing was configured when the page was opened; does not change until it is closed. */
  isFirstRun: boolean | undefined;

  protected override show(store: Store): void {
    this.isFirstRun ??=
      !store.settings.welcomed && store.managed?.firstRun !== false && !sourcesOf(store).length;
    super.show(store);
  }

  /** @returns whether the school was added */
  async subscribe(school: ListedSchool): Promise<boolean> {
    const { add, source } = this.words.options;
    const urls = [...school.news, ...school.documents];
    if (!(await requestHosts(urls))) {
      this.showStatus(source.refused);
      return false;
    }
    const saved = await this.perform(
      { kind: 'added', name: school.name },
      endingWelcome((store) => addSchool(store, school)),
      this.#withFirstRunHint(add.subscribed(school.name)),
    );
    if (saved) void poll(urls);
    return saved;
  }

  /** @returns whether the change was saved */
  async useHub(hub: Hub | undefined): Promise<boolean> {
    const { hub: text } = this.words.options;
    const saved = await this.perform(
      { kind: hub ? 'hub-set' : 'hub-left', name: (hub ?? this.store?.hub)?.name ?? '' },
      endingWelcome((store) => setHub(store, hub)),
      hub ? this.#withFirstRunHint(text.used) : text.left,
    );
    if (saved && hub) void poll(hub.schools.flatMap(({ news, documents }) => [...news, ...documents]));
    return saved;
  }

  #withFirstRunHint(text: string): string {
    return `${text} ${this.isFirstRun ? this.words.options.first.done : ''}`;
  }

  async setSchoolOn({ id, name, sources }: ExtensionSchool, on: boolean): Promise<void> {
    const { saved: savedText, source } = this.words.options;
    const ownUrls = sources.filter(({ hub }) => !hub).map(({ url }) => url);
    if (on && ownUrls.length && !(await requestHosts(ownUrls))) return this.showStatus(source.refused);
    const edit = (store: Store) => setSchool(store, id, { on });
    const saved = await this.perform(
      { kind: on ? 'on' : 'off', name },
      on ? endingWelcome(edit) : edit,
      savedText,
    );
    if (saved && on) void poll(sources.map(({ url }) => url));
  }

  setSchoolChoice(id: string, choice: SchoolChoice): void {
    void this.change((store) => setSchool(store, id, choice), this.words.options.saved);
  }

  /** Removes a school with its posts; undo brings both back. */
  async removeSchool({ id, name }: ExtensionSchool): Promise<void> {
    const text = this.words.options.schools.removed(name);
    await this.perform({ kind: 'removed', name }, (store) => removeSchool(store, id), text);
  }

  async grant(url: string): Promise<void> {
    if (await requestHosts([url])) await poll([url]);
    else this.showStatus(this.words.options.source.refused);
  }

  async checkAgain(url: string): Promise<void> {
    const { popup, options } = this.words;
    this.showStatus(popup.refreshing);
    const { asked: polled } = await requestRefresh([url]).catch(() => ({ asked: 0 }));
    const { problem, unreached } = (await readStore()).sources[url]?.poll ?? {};
    const gotNoResponse = polled && (unreached || problem?.kind === 'reset');
    if (gotNoResponse && (await redirectsElsewhere(url))) return this.showStatus(options.add.elsewhere);
    this.showStatus(polled ? options.checked : popup.tooSoon);
  }

  async followMove(from: string, to: string): Promise<void> {
    const { source } = this.words.options;
    const hub = this.store && hubUrl(this.store);
    // A hub's files need no permission.
    if (hub && from === clusterUrl(hub)) return void (await this.change(followMovedHub, source.followed));
    if (!(await requestHosts([to]))) return this.showStatus(source.refused);
    await this.change((store) => followMovedSource(store, from, to), source.followed);
  }

  /** Must be called in the click. */
  async setNotifying(setting: 'notifications' | 'watchNotify', on: boolean): Promise<void> {
    if (on && !(await requestNotifications()))
      return this.showStatus(this.words.options.notifications.refused);
    await this.saveSettings({ [setting]: on });
  }

  /** Deletes what sync has stored in the user's account; this computer keeps its own. */
  async removeSynced(): Promise<void> {
    const { syncStatus: text } = this.words.options;
    try {
      await browser.storage.sync.clear();
    } catch {
      return this.showStatus(text.notRemoved);
    }
    await this.change(({ sync: _, ...store }) => store, text.removed);
  }

  saveSettings(settings: Partial<Settings>): Promise<boolean> {
    return this.change((store) => setSettings(store, settings), this.words.options.saved);
  }

  /** Ends the welcome without a subscription. */
  dismissWelcome(): Promise<boolean> {
    return this.change((store) => setSettings(store, { welcomed: true }));
  }
}
