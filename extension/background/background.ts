/**
 * The background worker. The browser starts it for an event and stops it when idle, so its whole state is in the
 * store. Listeners are registered synchronously: the event that starts the worker would otherwise be lost.
 */
import { asObject } from '../../core/read/json/values.ts';
import { browser } from '../browser.ts';
import { type RefreshReply, type RefreshRequest, refreshRequest } from '../messages.ts';
import { hostQueue } from '../net/host-queue.ts';
import { redirectsElsewhere } from '../net/redirects-elsewhere.ts';
import { readPolicy } from '../schools/policy.ts';
import { changeStore, readStore } from '../shared-store.ts';
import { STORE_KEY } from '../store/load.ts';
import type { Store } from '../store/schema.ts';
import { StoreSync } from '../sync/store-sync.ts';
import { showBadge } from '../toolbar/show-badge.ts';
import { announceNewPosts, listenToNotifications } from './notifications.ts';
import { nextNotification } from './notify.ts';
import { Poller } from './poller.ts';
import { openWelcomePage } from './welcome-page.ts';

const ALARM = 'poll';
const SYNC_ALARM = 'sync';
/** The alarm repeats, in case the worker is stopped before it sets the next one. */
const ALARM_PERIOD_MINUTES = 30;

const now = () => Date.now();
/** False for a host that no permission can name, such as an IPv6 address: browsers reject its pattern. */
const hasPermission = (pattern: string) =>
  browser.permissions.contains({ origins: [pattern] }).catch(() => false);
const agent = `${navigator.userAgent} tct-widgets/${browser.runtime.getManifest().version}`;
const poller = new Poller({
  now,
  random: Math.random,
  hostQueue,
  hasPermission,
  redirects: redirectsElsewhere,
  agent,
  read: readStore,
  change: changeStore,
});

const storeSync = new StoreSync({
  area: () => browser.storage.sync,
  now,
  read: readStore,
  change: changeStore,
  wakeAt: (when) => browser.alarms.create(SYNC_ALARM, { when }),
});

/** Sets the next alarm. Browsers may forget alarms on restart and on update. */
async function setAlarm(store: Store): Promise<void> {
  const times = [await poller.wakeAt(store), nextNotification(store, now())];
  const at = Math.min(...times.filter((at) => at !== undefined));
  if (at === Number.POSITIVE_INFINITY) await browser.alarms.clear(ALARM);
  else
    browser.alarms.create(ALARM, { when: Math.max(at, now() + 1000), periodInMinutes: ALARM_PERIOD_MINUTES });
}

/** Polls the sources that are due, if any. */
async function runDueWork(): Promise<void> {
  // First, so that posts which were read elsewhere are not announced.
  await storeSync.run().catch(console.error);
  // A pause may have ended, which changes the badge but not the store.
  const store = await readStore();
  await showBadge(store);
  await setAlarm(store);
  await poller.poll();
  await announceNewPosts(now());
  await setAlarm(await readStore());
}

/**
 * Copies the policy into the store.
 *
 * @param trustEmpty whether an empty policy counts: just after a start it may not have been loaded yet
 */
async function updatePolicy(trustEmpty: boolean): Promise<void> {
  const managed = await readPolicy();
  const store = await readStore();
  if ((!managed && !trustEmpty) || JSON.stringify(managed) === JSON.stringify(store.managed)) return;
  await changeStore(({ managed: _, ...store }) => ({ ...store, ...(managed && { managed }) }));
}

const startup = runDueWork();
// A policy that arrives late changes the store, which starts a poll; until then the stored copy applies.
void updatePolicy(false).catch(console.error);

/** Runs a task once startup has succeeded or failed; errors are logged. */
function afterStartup(task: () => Promise<void>): Promise<void> {
  return startup
    .catch(() => {})
    .then(task)
    .catch(console.error);
}

async function refresh({ urls }: RefreshRequest): Promise<RefreshReply> {
  const polled = await poller.refresh(urls);
  void afterStartup(runDueWork);
  return { asked: polled };
}

/** Serialises what the user or a policy has configured, before validation: if it changes, sources are polled. */
function configurationOf(store: unknown): string {
  const { settings, choices, own, hub, managed, moved } = asObject(store) as Partial<Store>;
  return JSON.stringify([settings, choices, own, hub, managed, moved]);
}

browser.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === 'install') void openWelcomePage().catch(console.error);
});
// The listener makes the browser start the worker; the startup code does the rest.
browser.runtime.onStartup.addListener(() => {});
browser.alarms.onAlarm.addListener(() =>
  afterStartup(async () => {
    await updatePolicy(true);
    await runDueWork();
  }),
);
browser.permissions.onAdded.addListener(() => {
  listenToNotifications();
  void afterStartup(runDueWork);
});
browser.permissions.onRemoved.addListener(() => void afterStartup(runDueWork));
browser.storage.onChanged.addListener((changes, area) => {
  if (area === 'managed') void afterStartup(() => updatePolicy(true).then(runDueWork));
  // Our own writes while polling do not change the configuration.
  const { oldValue, newValue } = changes[STORE_KEY] ?? {};
  if (area === 'local' && newValue && configurationOf(oldValue) !== configurationOf(newValue))
    void afterStartup(runDueWork);
  if (area === 'sync') void storeSync.run().catch(console.error);
  if (area === 'local' && newValue) void storeSync.followWrite(oldValue, newValue).catch(console.error);
});
browser.runtime.onMessage.addListener((message, _, sendReply) => {
  const request = refreshRequest(message);
  const reply = request ? refresh(request) : Promise.resolve(undefined);
  void reply.catch(console.error).then(sendReply);
  // Keeps the channel open for the asynchronous reply.
  return true;
});

listenToNotifications();
