import { createHash } from 'node:crypto';
import { createContext, Script } from 'node:vm';
import { Locks } from './fake-locks.ts';
import { FakeServer, type Timer } from './fake-server.ts';

/** What the background's code waits for: a step at which its worker may die. */
type Listener = (...given: never[]) => unknown;

interface Alarm {
  when: number;
  periodInMinutes?: number;
}

interface Life {
  alive: boolean;
  listeners: Map<string, Listener[]>;
}

/** Milliseconds after which a browser ends a background script that has nothing to do. */
const IDLE = 30_000;

/**
 * A browser with one extension, a network and a clock, all of them false: days pass in milliseconds, and the worker
 * dies when it is told to. What survives a worker is what survives it in a browser: storage, alarms, permissions.
 */
export class FakeBrowser implements Timer {
  readonly server: FakeServer;
  readonly storage = new Map<string, string>();
  readonly granted = new Set<string>();
  readonly alarms = new Map<string, Alarm>();
  readonly notifications: { title: string; message: string; at: number }[] = [];
  readonly badge = { text: '', color: '', title: '' };
  readonly opened: string[] = [];
  readonly errors: unknown[] = [];
  policy: Record<string, unknown> | undefined;
  online = true;
  language = 'vi';
  /** How many steps the worker has taken, and at which it dies: before it is done, or (half) just after. */
  steps = 0;
  dieAt = Number.POSITIVE_INFINITY;
  deaths = 0;
  /** Whether a worker that has nothing to do is ended, as browsers do; it is slow to begin anew each time. */
  idles = false;
  boots = 0;
  /** A machine's clock may be wrong; the timers do not mind. */
  private clock: number;
  private readonly timers = new Set<{ at: number; work: () => void; life: Life | undefined }>();
  private life?: Life;
  private lastBusy = 0;

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

  /** What a page of the extension does to the store: writes it, and whoever listens is told. */
  async write(store: object): Promise<void> {
    await this.set({ store });
    await this.settle();
  }

  private async set(items: Record<string, unknown>): Promise<void> {
    const changes: Record<string, { oldValue?: unknown; newValue: unknown }> = {};
    for (const [key, value] of Object.entries(items)) {
      const before = this.storage.get(key);
      const text = JSON.stringify(value);
      this.storage.set(key, text);
      changes[key] = { ...(before && { oldValue: JSON.parse(before) }), newValue: JSON.parse(text) };
    }
    this.fire('storage.onChanged', changes, 'local');
  }

  /** An event wakes the worker if none lives; listeners that were not there in the first turn miss it. */
  fire(event: string, ...given: unknown[]): unknown[] {
    const life = this.life ?? this.boot();
    this.lastBusy = this.clock;
    return (life.listeners.get(event) ?? []).map((listener) => listener(...(given as never[])));
  }

  /** Asks the background as a page does. */
  async message(asked: object): Promise<unknown> {
    let answer: unknown;
    let done = false;
    this.fire('runtime.onMessage', asked, {}, (given: unknown) => {
      answer = given;
      done = true;
    });
    for (let tries = 0; !done && tries < 1000; tries++) await this.advance(1000);
    return answer;
  }

  kill(): void {
    if (!this.life) return;
    this.life.alive = false;
    for (const seen of this.server.requests) seen.end ??= this.clock;
    for (const timer of this.timers) if (timer.life === this.life) this.timers.delete(timer);
    delete this.life;
    this.deaths++;
  }

  /** The browser is closed and opened; Firefox forgets alarms, both forget the badge. */
  async restart(forgetful = false): Promise<void> {
    this.kill();
    if (forgetful) this.alarms.clear();
    Object.assign(this.badge, { text: '', color: '', title: '' });
    this.fire('runtime.onStartup');
    await this.settle();
  }

  /** The machine sleeps: time passes, and nothing happens. */
  async sleep(ms: number): Promise<void> {
    this.kill();
    this.clock += ms;
    await this.advance(0);
  }

  /** Lets time pass, and what is to happen in it happen. */
  async advance(ms: number): Promise<void> {
    const until = this.clock + ms;
    for (;;) {
      await this.settle();
      const due = this.nextDue();
      if (!due || due.at > until) break;
      // Nothing to do for so long: the browser ends it.
      const busy = [...this.timers].some(({ life }) => life === this.life);
      if (this.idles && this.life && !busy && due.at - this.lastBusy > IDLE) this.kill();
      this.clock = Math.max(this.clock, due.at);
      due.happen();
    }
    this.clock = until;
  }

  /** Whatever follows at once has happened when this resolves. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 3; turn++) await new Promise(setImmediate);
  }

  private nextDue(): { at: number; happen: () => void } | undefined {
    const due: { at: number; happen: () => void }[] = [];
    for (const timer of this.timers)
      due.push({
        at: timer.at,
        happen: () => {
          this.timers.delete(timer);
          this.lastBusy = this.clock;
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

  private boot(): Life {
    const life: Life = { alive: true, listeners: new Map() };
    this.life = life;
    this.boots++;
    const context = createContext({
      ...{ TextDecoder, Blob, btoa, URL, Headers, AbortController, Uint8Array },
      console: { error: (error: unknown) => this.errors.push(error) },
      __now: this.now,
      __api: this.api(life),
      ...this.platform(life),
    });
    SETUP.runInContext(context);
    this.script.runInContext(context);
    return life;
  }

  /** What a dead worker still waits for never comes. */
  private step<T>(life: Life, work: () => T | Promise<T>): Promise<T> {
    if (!life.alive) return new Promise(() => {});
    this.lastBusy = this.clock;
    this.steps++;
    if (this.steps >= this.dieAt) {
      this.dieAt = Number.POSITIVE_INFINITY;
      this.kill();
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

  private platform(life: Life): object {
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
        locks: new Locks(),
      },
    };
  }

  private api(life: Life): object {
    const step = <T>(work: () => T | Promise<T>) => this.step(life, work);
    const paint = (part: Partial<typeof this.badge>) => step(() => void Object.assign(this.badge, part));
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
        getURL: (path: string) => `chrome-extension://tct/${path}`,
        openOptionsPage: () => step(() => void this.opened.push('options')),
        onInstalled: event('runtime.onInstalled'),
        onStartup: event('runtime.onStartup'),
        onMessage: event('runtime.onMessage'),
      },
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
        setBadgeText: ({ text }: { text: string }) => paint({ text }),
        setBadgeBackgroundColor: ({ color }: { color: string }) => paint({ color }),
        setBadgeTextColor: () => step(() => {}),
        setTitle: ({ title }: { title: string }) => paint({ title }),
      },
      notifications: this.granted.has('notifications')
        ? {
            create: (_: string, { title, message }: { title: string; message: string }) =>
              step(() => void this.notifications.push({ title, message, at: this.clock })),
            clear: () => step(() => true),
            onClicked: event('notifications.onClicked'),
          }
        : undefined,
      tabs: { create: ({ url }: { url: string }) => step(() => void this.opened.push(url)) },
    };
  }
}

/** The context's own objects: the polyfill takes a `browser` for the real one by its prototype. */
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
