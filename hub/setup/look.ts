/** Looks at sites: what sources they have, shown as the widgets would show them. */
import { LIST_KINDS, type ListKind } from '../../core/config/cluster.ts';
import { bestFirst } from '../../core/discover/weigh.ts';
import type { SiteResult } from '../discover/discover-site.ts';
import { discoverSites } from '../discover/discover-sites.ts';
import { reachableUrls } from '../discover/open-home.ts';
import { schoolId, schoolName } from '../discover/school-entry.ts';
import { type TriedSource, type WorkingSource, works } from '../discover/types.ts';
import type { CallContext, Calls, FoundSite, FoundSource, LookEvent } from './api.ts';
import { type SetupContext, usableCluster } from './context.ts';
import type { ShownFeeds } from './feeds.ts';
import { knownSchoolAt } from './known-schools.ts';
import type { SetupTools } from './tools.ts';

/** A school as it is proposed. */
interface Proposal {
  id: string;
  name: string;
  home: string;
}

/** The sources of one kind: those that are proposed, the others that can be read, best first, and those that cannot. */
function foundSources(
  kind: ListKind,
  tried: readonly TriedSource[],
  chosen: readonly WorkingSource[],
  show: (source: WorkingSource) => string,
): FoundSource[] {
  const own = tried.filter((each) => each.kind === kind);
  const others = bestFirst(own.filter(works), kind).filter((each) => !chosen.includes(each));
  const toFound = (each: WorkingSource): FoundSource => ({
    source: each.source,
    isChosen: chosen.includes(each),
    facts: each.facts,
    ...(each.total !== undefined && { total: each.total }),
    feed: show(each),
  });
  const refused = own.flatMap((each): FoundSource[] =>
    works(each) ? [] : [{ source: each.source, isChosen: false, refusal: each.refusal }],
  );
  return [...chosen.map(toFound), ...others.map(toFound), ...refused];
}

/** @param taken ids that are in use; the proposed one is added */
function propose(home: string, title: string | undefined, taken: Set<string>): Proposal {
  const known = knownSchoolAt(home);
  const id = known && !taken.has(known.id) ? known.id : schoolId(home, taken);
  taken.add(id);
  return { id, name: known?.name ?? schoolName(title) ?? new URL(home).hostname, home };
}

function toSite(result: SiteResult, taken: Set<string>, feeds: ShownFeeds): FoundSite {
  const { address, notes, requests } = result;
  if ('refusal' in result) return { address, notes, requests, refusal: result.refusal };
  const { home, cms, title, tried, chosen } = result;
  const school = propose(home, title, taken);
  const reachable = reachableUrls(address);
  const show = ({ feed }: WorkingSource) => feeds.add(feed, { school, reachable });
  const lists = Object.fromEntries(
    LIST_KINDS.map((kind) => [kind, foundSources(kind, tried, chosen[kind], show)]),
  ) as Record<ListKind, FoundSource[]>;
  return { address, notes, requests, ...(cms && { cms }), ...school, lists };
}

/**
 * Finds the sources of sites. Events come for each address; sites on different hosts are searched at the same time.
 *
 * @throws the reason of the signal once it is aborted; no more requests are sent then
 */
export async function look(
  context: SetupContext,
  tools: SetupTools,
  { addresses }: Calls['look']['request'],
  { emit, signal }: CallContext<LookEvent>,
): Promise<Calls['look']['result']> {
  const cluster = await usableCluster(context);
  const taken = new Set(cluster?.schools.map(({ id }) => id));
  const wanted = [...new Set(addresses.map((address) => address.trim()))].filter(Boolean);
  for (const address of wanted) emit({ address, phase: 'waiting' });
  const sites = new Map<string, FoundSite>();
  await discoverSites(wanted, {
    client: tools.clientOptions(cluster, signal),
    now: Date.now(),
    hooksOf: (address, client) => ({
      onOpened: () => emit({ address, phase: 'opened' }),
      onTrying: (url) => emit({ address, phase: 'trying', url, requests: client.requests }),
    }),
    onDone: (result) => {
      const site = toSite(result, taken, tools.feeds);
      sites.set(result.address, site);
      emit({ address: result.address, phase: 'done', site });
    },
  });
  signal.throwIfAborted();
  return { sites: wanted.map((address) => sites.get(address)!) };
}
