/** The calls about pointing at a page. */
import type { Cluster, ClusterSource, PageSource } from '../../core/config/cluster.ts';
import { LIST_KINDS } from '../../core/config/cluster.ts';
import { sourceFacts } from '../../core/discover/weigh.ts';
import { homeUrls, openHome, reachableUrls } from '../discover/open-home.ts';
import { HttpClient } from '../http/client.ts';
import { Robots } from '../http/robots.ts';
import { readPointSafely } from '../read/reader.ts';
import { UnreadableError } from '../read/unreadable-error.ts';
import type { CallContext, Calls, Handlers, Pointed, ShownPage, Steadiness } from './api.ts';
import { type SetupContext, usableCluster } from './context.ts';
import { compareWithRemembered } from './remembered.ts';
import type { PageOnShow } from './shown-pages.ts';
import { trySource } from './steadiness.ts';
import type { SetupTools } from './tools.ts';
import { UserError } from './user-error.ts';

const NO_PAGE = {
  vi: 'Trang này không còn được giữ. Hãy mở lại trang.',
  en: 'This page is no longer kept. Open it again.',
};
const NO_ADDRESS = {
  vi: 'Đây không phải địa chỉ trang. Ví dụ: truong.example/tin-tuc',
  en: 'This is not the address of a page. For example: truong.example/tin-tuc',
};

/** What a site sent cannot be used: its user is told, in the hub's own words. */
const asUserError = (error: unknown): unknown =>
  error instanceof UnreadableError ? new UserError({ vi: error.message, en: error.message }) : error;

const configuredUrls = (cluster: Cluster | undefined): string[] =>
  (cluster?.schools ?? []).flatMap(({ home, ...lists }) => [
    home,
    ...LIST_KINDS.flatMap((kind) => lists[kind].map(({ url }) => url)),
  ]);

/** Answers the calls about pointing. */
class Pointing {
  constructor(
    private readonly context: SetupContext,
    private readonly tools: SetupTools,
  ) {}

  /** Opens a page by its address as typed, or as a page that is shown leads to it. */
  async show(
    { url, from }: Calls['showPage']['request'],
    { signal }: CallContext<never>,
  ): Promise<ShownPage> {
    const address = url.trim();
    const urls = homeUrls(address);
    if (!urls.length) throw new UserError(NO_ADDRESS, 'url');
    const cluster = await usableCluster(this.context);
    const { tools } = this;
    // Only a person may name an address of this network.
    const named = from === undefined ? reachableUrls(address) : (tools.pages.get(from)?.reachable ?? []);
    const reachable = [...named, ...configuredUrls(cluster)];
    const client = new HttpClient(tools.clientOptions(cluster, signal), reachable);
    const opened = await openHome(urls, client, new Robots({}, client, Date.now()));
    signal.throwIfAborted();
    if ('refusal' in opened) throw new UserError({ vi: opened.refusal, en: opened.refusal }, 'url');
    return tools.pages.add(opened.page, reachable);
  }

  async point({
    page: id,
    kind,
    picks,
    source,
    album,
    remembered,
  }: Calls['point']['request']): Promise<Pointed> {
    const page = this.pageOf(id);
    const { feed, posts, ...reading } = await readPointSafely(
      page.response,
      {
        kind,
        picks,
        ...(source?.kind === 'page' && { source }),
        ...(album && { album }),
      },
      Date.now(),
    );
    const compared = remembered && (await compareWithRemembered(this.context, remembered, feed.items));
    const isKnown = (item: string) => compared?.known.has(item);
    return {
      ...reading,
      posts: posts.map((post) => ({ ...post, ...(isKnown(post.id) && { isKnown: true }) })),
      facts: sourceFacts(feed, page.response.headers, Date.now()),
      feed: this.tools.feeds.add(feed, { reachable: page.reachable }),
      ...(compared && { remembered: compared.remembered }),
    };
  }

  async try(
    { page: id, kind, source }: Calls['tryPointed']['request'],
    { signal }: CallContext<never>,
  ): Promise<Steadiness> {
    const page = this.pageOf(id);
    const cluster = await usableCluster(this.context);
    const options = this.tools.clientOptions(cluster, signal);
    return trySource(page.response, pageSource(source), kind, {
      client: new HttpClient(options, page.reachable),
      // The page was asked for a moment ago, and what it answers now is to be compared.
      again: new HttpClient({ ...options, asksAgain: true }, page.reachable),
    });
  }

  private pageOf(id: string): PageOnShow {
    const page = this.tools.pages.get(id);
    if (page) return page;
    throw new UserError(NO_PAGE, 'page');
  }
}

function pageSource(source: ClusterSource): PageSource {
  if (source.kind === 'page') return source;
  throw new UserError({
    vi: 'Nguồn này là RSS, không phải trang để chỉ.',
    en: 'This source is a feed, not a page to point at.',
  });
}

/** The handlers of the calls about pointing. */
export function pointHandlers(
  context: SetupContext,
  tools: SetupTools,
): Pick<Handlers, 'showPage' | 'point' | 'tryPointed'> {
  const pointing = new Pointing(context, tools);
  const told = <T>(answer: Promise<T>): Promise<T> =>
    answer.catch((error: unknown) => {
      throw asUserError(error);
    });
  return {
    showPage: (request, call) => told(pointing.show(request, call)),
    point: (request) => told(pointing.point(request)),
    tryPointed: (request, call) => told(pointing.try(request, call)),
  };
}
