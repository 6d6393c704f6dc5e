/** A hub on the fake network, as `tct-hub` publishes it. */
import { JSON_FEED_VERSION } from '../../../core/model/limits.ts';
import { formatVietnamTime } from '../../../core/time/vietnam-time.ts';
import { emptyStore } from '../../../extension/store/schema.ts';
import type { FakeBrowser } from './fake-browser.ts';
import type { FakeResponse, RecordedRequest, RequestHandler } from './fake-server.ts';
import { installExtension, storeOf } from './installed-extension.ts';

export const HUB = 'https://tin.cum.example/';
const KINDS = ['news', 'documents'] as const;
type Kind = (typeof KINDS)[number];

interface HubPost {
  school: string;
  kind: Kind;
  id: string;
  /** ms since the epoch */
  date: number;
}

/** Posts in a list's first file. */
const PER_FILE = 50;

export class FakeHub {
  readonly posts: HubPost[] = [];
  /** Answers in place of the hub. */
  respond: RequestHandler | undefined;
  /** Where it has moved to. */
  movedTo: string | undefined;
  /** Files that it does not have. */
  readonly missing = new Set<string>();

  constructor(
    readonly browser: FakeBrowser,
    readonly schools: readonly string[],
    readonly address = HUB,
  ) {
    const files = schools.flatMap((id) => KINDS.map((kind) => `schools/${id}/${kind}.json`));
    for (const file of ['cluster.json', 'news.json', 'documents.json', ...files])
      browser.server.respondAt(address + file, (request) => this.answer(file, request));
  }

  publish(school: string, id: string, date = this.browser.now(), kind: Kind = 'news'): void {
    this.posts.push({ school, kind, id, date });
  }

  requests(file = ''): RecordedRequest[] {
    return this.browser.server.requests.filter(({ url }) => url.startsWith(this.address + file));
  }

  private answer(file: string, request: RecordedRequest): FakeResponse {
    if (this.respond) return this.respond(request);
    if (this.missing.has(file)) return { status: 404, body: 'Not Found' };
    const [, school, kind] = /(?:schools\/(.*)\/)?(news|documents)\.json/.exec(file) ?? [];
    const body = kind ? this.list(kind as Kind, school) : this.cluster();
    return { body: JSON.stringify(body), ...(this.movedTo && { url: this.movedTo + file }) };
  }

  private cluster(): object {
    const schools = this.schools.map((id) => ({
      id,
      name: `Trường ${id}`,
      home: `https://${id}.example/`,
      ...Object.fromEntries(KINDS.map((kind) => [kind, `schools/${id}/${kind}.json`])),
    }));
    return { name: 'Cụm', schools };
  }

  private list(kind: Kind, school: string | undefined): object {
    const posts = this.posts
      .filter((post) => post.kind === kind && (!school || post.school === school))
      .sort((a, b) => b.date - a.date);
    const items = posts.slice(0, PER_FILE).map(({ school, id, date }) => ({
      id: `${school}:${id}`,
      content_text: '',
      url: `https://${school}.example/${id}`,
      title: `Bài ${id}`,
      date_published: formatVietnamTime(date),
      _tct: { school },
    }));
    const older = posts.length > PER_FILE && { next_url: `${kind}-1.json` };
    return { version: JSON_FEED_VERSION, title: 'Tin', ...older, items };
  }
}

/** A browser that follows a hub with these schools, which has been read once. */
export async function followHub(...schools: string[]): Promise<FakeHub> {
  const hub = new FakeHub(await installExtension({}), schools);
  for (const [index, school] of schools.entries())
    hub.publish(school, 'cũ', hub.browser.now() - (index + 1) * 3_600_000);
  await subscribeToHub(hub);
  return hub;
}

/** Follows a hub, as the settings page does. */
export async function subscribeToHub({ browser, address }: FakeHub): Promise<void> {
  const store = browser.storage.has('store') ? storeOf(browser) : emptyStore();
  await browser.writeStore({ ...store, hub: { url: address, name: 'Cụm', schools: [] } });
  await browser.advance(60_000);
}
