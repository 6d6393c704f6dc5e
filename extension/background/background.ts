/**
 * The background: woken by the browser, it does what is due, and goes again. It knows nothing that is not in the
 * store. Every listener is registered in the first turn, or the event that woke it would be lost.
 */
import { browser } from '../browser.ts';
import { type Message, message, type Refreshed } from '../messages.ts';
import { hostQueue } from '../net/host-queue.ts';
import { readManaged } from '../schools/managed.ts';
import { change, languageOf, paint, readStore } from '../shared-store.ts';
import { KEY } from '../store/load.ts';
import type { Store } from '../store/schema.ts';
import { en, vi } from '../words/background-words.ts';
import { takeNotification } from './notify.ts';
import { Poller } from './poller.ts';

const ALARM = 'poll';
/** Minutes after which the alarm repeats, should the browser end us before the next one is set. */
const ALARM_PERIOD_MINUTES = 30;

const now = () => Date.now();
const granted = (pattern: string) => browser.permissions.contains({ origins: [pattern] });
const agent = `${navigator.userAgent} tct-widgets/${browser.runtime.getManifest().version}`;
const poller = new Poller({ now, random: Math.random, hostQueue, granted, agent, read: readStore, change });

/** The next alarm, from what the store says; browsers forget alarms when they restart or update us. */
async function setAlarm(): Promise<void> {
  const at = await poller.wakeAt();
  if (at === undefined) await browser.alarms.clear(ALARM);
  else
    browser.alarms.create(ALARM, { when: Math.max(at, now() + 1000), periodInMinutes: ALARM_PERIOD_MINUTES });
}

/** One notification for all that is new, if they are wanted. Shown before it is noted: better twice than never. */
async function notify(): Promise<void> {
  const store = await readStore();
  const words = languageOf(store) === 'en' ? en : vi;
  const { notice, store: told } = takeNotification(store, now(), words);
  if (told.untold.length === store.untold.length) return;
  if (notice && (await browser.permissions.contains({ permissions: ['notifications'] })))
    await browser.notifications.create(ALARM, {
      ...{ type: 'basic', iconUrl: 'icons/128.png' },
      ...notice,
    });
  const left = new Set(told.untold);
  const seen = new Set(store.untold);
  await change((store) => ({
    ...store,
    untold: store.untold.filter((key) => left.has(key) || !seen.has(key)),
  }));
}

/** Does what is due, which may be nothing: that we were woken is no reason to ask anybody. */
async function work(): Promise<void> {
  // A pause may have ended, of which nothing was written.
  await paint(await readStore());
  await setAlarm();
  await poller.poll();
  await notify();
  await setAlarm();
}

/** @param empty whether to believe that there is no policy: just after the start it may not have been read yet */
async function takeManaged(empty: boolean): Promise<void> {
  const managed = await readManaged();
  const store = await readStore();
  if ((!managed && !empty) || JSON.stringify(managed) === JSON.stringify(store.managed)) return;
  await change(({ managed: _, ...store }) => ({ ...store, ...(managed && { managed }) }));
}

const started = work();
// A policy may be late: the copy of it that the store has serves till then, and a new one is a change of the store.
void takeManaged(false).catch(console.error);
/** Does it after the start, whatever that came to; what goes wrong is for the console, not for the next event. */
function afterwards(task: () => Promise<void>): Promise<void> {
  return started
    .catch(() => {})
    .then(task)
    .catch(console.error);
}

/** A policy that has just come with us is not in the store yet. */
async function welcome(): Promise<void> {
  const [{ settings }, managed] = await Promise.all([readStore(), readManaged()]);
  if (!settings.welcomed && managed?.firstRun !== false) await browser.runtime.openOptionsPage();
}

async function answer({ urls }: Message): Promise<Refreshed> {
  const asked = await poller.refresh(urls);
  void afterwards(work);
  return { asked };
}

browser.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === 'install') void welcome().catch(console.error);
});
browser.runtime.onStartup.addListener(() => {});
browser.alarms.onAlarm.addListener(() =>
  afterwards(async () => {
    await takeManaged(true);
    await work();
  }),
);
browser.permissions.onAdded.addListener(() => {
  listenToNotifications();
  void afterwards(work);
});
browser.permissions.onRemoved.addListener(() => void afterwards(work));
browser.storage.onChanged.addListener((changes, area) => {
  if (area === 'managed') void afterwards(() => takeManaged(true).then(work));
  // What a page has switched on is asked at once; what we write ourselves while asking changes none of this.
  const chosen = (value: unknown) => {
    const { settings, choices, own, hub, managed, moved } = Object(value) as Partial<Store>;
    return JSON.stringify([settings, choices, own, hub, managed, moved]);
  };
  const { oldValue, newValue } = changes[KEY] ?? {};
  if (area === 'local' && newValue && chosen(oldValue) !== chosen(newValue)) void afterwards(work);
});
browser.runtime.onMessage.addListener((given, _, reply) => {
  const asked = message(given);
  const answered = asked ? answer(asked) : Promise.resolve(undefined);
  void answered.catch(console.error).then(reply);
  return true;
});

let listening = false;
/** The permission for notifications is optional, and their API is there with it only. */
function listenToNotifications(): void {
  if (listening || !browser.notifications) return;
  listening = true;
  browser.notifications.onClicked.addListener((id) => {
    void browser.notifications.clear(id);
    void browser.tabs.create({ url: browser.runtime.getURL('popup/index.html') });
  });
}
listenToNotifications();
