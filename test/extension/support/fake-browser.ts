import { createHash } from 'node:crypto';
import { createContext, Script } from 'node:vm';
import { FakeLocks } from './fake-locks.ts';
import { type FakeClock, FakeServer } from './fake-server.ts';
import type { FakeSyncArea } from './fake-sync-area.ts';

const ORIGIN = 'chrome-extension://tct/';

type Listener = (...values: never[]) => unknown;

interface Alarm {
  when: number;
  periodInMinutes?: number;
}

interface Tab {
  id: number;
  url: string;
  windowId: number;
  active: boolean;
}

interface WorkerLife {
  alive: boolean;
  listeners: Map<string, Listener[]>;
}

/**
 * A fake browser with one extension, a network and a clock. Days pass in milliseconds, and a test can kill the worker at
 * any step. As in a browser, storage, alarms and permissions survive the worker.
 */
export class FakeBrowser implements FakeClock {
  readonly server: FakeServer;
  readonly storage = new Map<string, string>();
  readonly granted = new Set<string>();
  readonly alarms = new Map<string, Alarm>();
  readonly notifications: { id: string; title: string; message: string; at: number }[] = [];
  readonly badge = { text: '', color: '', title: '' };
  readonly openedPages: string[] = [];
  readonly tabs: Tab[] = [];
  /** Ids of open windows; a browser may run without one. */
  windows = [1];
  readonly errors: unknown[] = [];
  policy: Record<string, unknown> | undefined;
  /** How the extension was installed. */
  installType: 'normal' | 'development' | 'admin' | 'sideload' = 'normal';
  /** This browser's copy of `storage.sync`. */
  syncArea: FakeSyncArea | undefined;
  /** What storage holds at most (UTF-16 units of JSON). */
  quota = Number.POSITIVE_INFINITY;
  /** Errors with which the next writes fail. */
  readonly writeErrors: Error[] = [];
  online = true;
  language = 'vi';
  /** Asynchronous calls of the worker so far, and the one at which it dies. */
  steps = 0;
  dieAtStep = Number.POSITIVE_INFINITY;
  deaths = 0;
  /** Moved by `advance` and `sleep`. */
  private clock: number;
  private readonly timers = new Set<{ at: number; work: () => void; life: WorkerLife | undefined }>();
  private life?: WorkerLife;

  constructor(
    private readonly script: Script,
    now: number,
  ) {
    this.clock = now;
    this.server = new FakeServer(this);
  }

  now = (): number => this.clock;

  after = (ms: number, work: () => void): (() => void) => {
    const timer = { at: this.clock + ms, work, life: this.life };
    this.timers.add(timer);
    return () => this.timers.delete(timer);
  };

  get store(): Record<string, unknown> {
    return JSON.parse(this.storage.get('store') ?? '{}') as Record<string, unknown>;
  }

  /** Writes the store as a page of the extension does; the background is notified. */
  async writeStore(store: object): Promise<void> {
    await this.set({ store });
    await this.settle();
  }

  private async set(items: Record<string, unknown>): Promise<void> {
    const error = this.writeErrors.shift();
    if (error) throw error;
    const others = [...this.storage].filter(([key]) => !(key in items)).map(([, text]) => text);
    const texts = [...others, ...Object.values(items).map((value) => JSON.stringify(value))];
    if (texts.reduce((sum, text) => sum + text.length, 0) > this.quota)
      throw new Error('QUOTA_BYTES quota exceeded');
    const changes: Record<string, { oldValue?: unknown; newValue: unknown }> = {};
    for (const [key, value] of Object.entries(items)) {
      const before = this.storage.get(key);
      const text = JSON.stringify(value);
      this.storage.set(key, text);
      changes[key] = { ...(before && { oldValue: JSON.parse(before) }), newValue: JSON.parse(text) };
    }
    this.fire('storage.onChanged', changes, 'local');
  }

  /** Fires an event, which starts the worker if necessary. Listeners that it registers later miss the event. */
  fire(event: string, ...values: unknown[]): unknown[] {
    const life = this.life ?? this.startWorker();
    return (life.listeners.get(event) ?? []).map((listener) => listener(...(values as never[])));
  }

  /** Sends a message to the background, as a page does. */
  async sendMessage(message: object): Promise<unknown> {
    let reply: unknown;
    let isDone = false;
    this.fire('runtime.onMessage', message, {}, (value: unknown) => {
      reply = value;
      isDone = true;
    });
    for (let tries = 0; !isDone && tries < 1000; tries++) await this.advance(1000);
    return reply;
  }

  killWorker(): void {
    if (!this.life) return;
    this.life.alive = false;
    for (const request of this.server.requests) request.end ??= this.clock;
    for (const timer of this.timers) if (timer.life === this.life) this.timers.delete(timer);
    delete this.life;
    this.deaths++;
  }

  /** Restarts the browser, which loses the badge and, in Firefox (`forgetful`), the alarms. */
  async restart(forgetful = false): Promise<void> {
    this.killWorker();
    if (forgetful) this.alarms.clear();
    Object.assign(this.badge, { text: '', color: '', title: '' });
    this.fire('runtime.onStartup');
    await this.settle();
  }

  /** Lets time pass while the machine sleeps: nothing runs. */
  async sleep(ms: number): Promise<void> {
    this.killWorker();
    this.clock += ms;
    await this.advance(0);
  }

  /** Lets time pass; timers and alarms fire on the way. */
  async advance(ms: number): Promise<void> {
    const until = this.clock + ms;
    for (;;) {
      await this.settle();
      const due = this.nextDue();
      if (!due || due.at > until) break;
      this.clock = Math.max(this.clock, due.at);
      due.happen();
    }
    this.clock = until;
  }

  /** Resolves when no work is left that can be done without time passing. */
  async settle(): Promise<void> {
    for (let round = 0; round < 3; round++) await new Promise(setImmediate);
  }

  private openTab(url: string): Tab {
    const windowId = this.windows.at(-1);
    if (windowId === undefined) throw new Error('No current window');
    const tab = { id: this.tabs.length + 1, url, windowId, active: true };
    this.openedPages.push(url);
    this.tabs.push(tab);
    return tab;
  }

  private nextDue(): { at: number; happen: () => void } | undefined {
    const due: { at: number; happen: () => void }[] = [];
    for (const timer of this.timers)
      due.push({
        at: timer.at,
        happen: () => {
          this.timers.delete(timer);
          timer.work();
        },
      });
    for (const [name, alarm] of this.alarms)
      due.push({
        at: Math.max(alarm.when, this.clock),
        happen: () => {
          if (alarm.periodInMinutes) alarm.when = this.clock + alarm.periodInMinutes * 60_000;
          else this.alarms.delete(name);
          this.fire('alarms.onAlarm', { name });
        },
      });
    return due.sort((a, b) => a.at - b.at)[0];
  }

  private startWorker(): WorkerLife {
    const life: WorkerLife = { alive: true, listeners: new Map() };
    this.life = life;
    const context = createContext({
      TextDecoder,
      TextEncoder,
      Blob,
      btoa,
      URL,
      Headers,
      AbortController,
      Uint8Array,
      console: { error: (error: unknown) => this.errors.push(error) },
      __now: this.now,
      __api: this.api(life),
      ...this.platform(life),
    });
    SETUP.runInContext(context);
    this.script.runInContext(context);
    return life;
  }

  /** One asynchronous call of the worker. The calls of a dead worker never settle. */
  private step<T>(life: WorkerLife, work: () => T | Promise<T>): Promise<T> {
    if (!life.alive) return new Promise(() => {});
    this.steps++;
    if (this.steps >= this.dieAtStep) {
      this.dieAtStep = Number.POSITIVE_INFINITY;
      this.killWorker();
      return new Promise(() => {});
    }
    return new Promise((resolve, reject) => {
      Promise.resolve()
        .then(() => (life.alive ? work() : new Promise<never>(() => {})))
        .then(
          (value) => life.alive && resolve(value),
          (error: unknown) => life.alive && reject(error as Error),
        );
    });
  }

  private platform(life: WorkerLife): object {
    const browser = this;
    return {
      fetch: (url: string, init: RequestInit) => this.step(life, () => this.server.fetch(url, init)),
      setTimeout: (work: () => void, ms = 0) => this.after(ms, work),
      clearTimeout: (cancel?: () => void) => cancel?.(),
      crypto: {
        subtle: {
          digest: async (_: string, bytes: Uint8Array) =>
            new Uint8Array(createHash('sha256').update(bytes).digest()).buffer,
        },
      },
      navigator: {
        get onLine() {
          return browser.online;
        },
        userAgent: 'Mozilla/5.0 (X11) Test/1.0',
        locks: new FakeLocks(),
      },
    };
  }

  private api(life: WorkerLife): object {
    const step = <T>(work: () => T | Promise<T>) => this.step(life, work);
    const updateBadge = (part: Partial<typeof this.badge>) =>
      step(() => void Object.assign(this.badge, part));
    const event = (name: string) => ({
      addListener: (listener: Listener) => {
        const listeners = life.listeners.get(name) ?? [];
        listeners.push(listener);
        life.listeners.set(name, listeners);
      },
      removeListener: () => {},
    });
    return {
      runtime: {
        id: 'tct',
        getManifest: () => ({ version: '0.1.0' }),
        getURL: (path: string) => ORIGIN + path,
        openOptionsPage: () => step(() => void this.openedPages.push('options')),
        onInstalled: event('runtime.onInstalled'),
        onStartup: event('runtime.onStartup'),
        onMessage: event('runtime.onMessage'),
      },
      management: { getSelf: () => step(() => ({ installType: this.installType })) },
      i18n: { getUILanguage: () => this.language },
      storage: {
        local: {
          get: (keys: string[]) =>
            step(() =>
              Object.fromEntries(
                keys.flatMap((key) =>
                  this.storage.has(key) ? [[key, JSON.parse(this.storage.get(key)!)]] : [],
                ),
              ),
            ),
          set: (items: Record<string, unknown>) => step(() => this.set(items)),
          remove: (keys: string[]) => step(() => keys.forEach((key) => void this.storage.delete(key))),
        },
        managed: {
          get: () =>
            step(() => {
              if (!this.policy) throw new Error('Managed storage manifest not found');
              return this.policy;
            }),
        },
        sync: this.syncArea && {
          get: () => step(() => this.syncArea!.get(null)),
          set: (items: Record<string, unknown>) => step(() => this.syncArea!.set(items)),
          remove: (keys: string[]) => step(() => this.syncArea!.remove(keys)),
        },
        onChanged: event('storage.onChanged'),
      },
      alarms: {
        create: (name: string, alarm: Alarm) => void this.alarms.set(name, { ...alarm }),
        clear: (name: string) => step(() => this.alarms.delete(name)),
        onAlarm: event('alarms.onAlarm'),
      },
      permissions: {
        contains: ({ origins = [], permissions = [] }: { origins?: string[]; permissions?: string[] }) =>
          step(() => [...origins, ...permissions].every((one) => this.granted.has(one))),
        onAdded: event('permissions.onAdded'),
        onRemoved: event('permissions.onRemoved'),
      },
      action: {
        setBadgeText: ({ text }: { text: string }) => updateBadge({ text }),
        setBadgeBackgroundColor: ({ color }: { color: string }) => updateBadge({ color }),
        setBadgeTextColor: () => step(() => {}),
        setTitle: ({ title }: { title: string }) => updateBadge({ title }),
      },
      notifications: this.granted.has('notifications')
        ? {
            create: (id: string, { title, message }: { title: string; message: string }) =>
              step(() => void this.notifications.push({ id, title, message, at: this.clock })),
            clear: () => step(() => true),
            onClicked: event('notifications.onClicked'),
          }
        : undefined,
      tabs: {
        create: ({ url }: { url: string }) => step(() => this.openTab(url)),
        // Without a permission, only the addresses of the extension's own pages.
        query: () =>
          step(() =>
            this.tabs.map(({ url, ...tab }) => ({ ...tab, ...(url.startsWith(ORIGIN) && { url }) })),
          ),
        update: (id: number, changes: Partial<Tab>) =>
          step(() => Object.assign(this.tabs.find((tab) => tab.id === id)!, changes)),
      },
      windows: {
        create: ({ url }: { url: string }) =>
          step(() => {
            this.windows.push(this.windows.length + 1);
            this.openTab(url);
          }),
        update: () => step(() => {}),
      },
    };
  }
}

/** Creates the globals inside the context, because the polyfill recognises `browser` by its prototype. */
const SETUP = new Script(`
  globalThis.browser = { ...__api };
  globalThis.chrome = globalThis.browser;
  {
    const Real = Date;
    globalThis.Date = class extends Real {
      constructor(...given) { given.length ? super(...given) : super(__now()); }
      static now() { return __now(); }
    };
  }
`);
