/** Whatever a hub or a policy says, the pages render, what fits is used, and the user learns what does not. */
import { expect } from 'chai';
import { refreshReply, refreshRequest } from '../../../extension/messages.ts';
import { schoolsOf } from '../../../extension/schools/configuration.ts';
import { parseHub } from '../../../extension/schools/parse-hub.ts';
import { parsePolicy } from '../../../extension/schools/policy.ts';
import { setHub } from '../../../extension/store/changes.ts';
import { loadStore } from '../../../extension/store/load.ts';
import { emptyStore, type Store } from '../../../extension/store/schema.ts';
import { MAX_SCHOOLS } from '../../../extension/store/school-schema.ts';
import { vi } from '../../../extension/words/vi.ts';
import { describeMutation, mutationsOf } from '../support/mutations.ts';
import { renderedPages } from '../support/rendered.ts';
import { NOW } from '../support/school-store.ts';

const HUB = 'https://tin.truong.example/';
const cluster = {
  name: 'Cụm',
  schools: ['a', 'b'].map((id) => ({
    id,
    name: `Trường ${id}`,
    home: `https://${id}.example/`,
    news: `schools/${id}/news.json`,
    documents: [{ url: `schools/${id}/documents.json`, kind: 'feed' }],
  })),
};
const hubOf = (value: unknown) =>
  parseHub(new TextEncoder().encode(JSON.stringify(value)), `${HUB}cluster.json`);
const idsOn = (store: Store) => schoolsOf(store).flatMap(({ id, on }) => (on ? [id] : []));

/** The store is intact, and its pages render. */
function expectUsable(store: Store): string {
  expect(loadStore({ store: JSON.parse(JSON.stringify(store)) }, NOW).store.rejected).to.equal(undefined);
  const { popup, options } = renderedPages(store, 'vi', NOW);
  expect(popup).to.have.length.greaterThan(500);
  expect(options).not.to.match(/NaN|undefined|\[object|(?:href|src)=(?:javascript:|http:\/\/\[)/);
  return options;
}

describe('a hub’s list of schools', () => {
  it('loses only what does not fit, wherever that is, and can always be left', () => {
    for (const mutation of mutationsOf(cluster)) {
      const name = describeMutation(mutation);
      try {
        const hub = hubOf(mutation.mutant);
        if (!hub) {
          expect(mutation.path.join('.')).to.match(/^(?:schools)?$/);
          continue;
        }
        const other = { 0: 'b', 1: 'a' }[mutation.path[1]!];
        if (other && mutation.path.length > 1) expect(idsOn(setHub(emptyStore(), hub))).to.include(other);
        const options = expectUsable(setHub(emptyStore(), hub));
        expect(options).to.include(vi.options.hub.leave);
        for (const place of hub.rejected?.slice(0, 5) ?? []) expect(options).to.include(place);
      } catch (error) {
        throw new Error(`${name}: ${(error as Error).stack}`);
      }
    }
  });

  it('names the homepage, the feed, the school that is left out', () => {
    const [first, second] = cluster.schools;
    const hub = hubOf({
      name: 7,
      schools: [{ ...first, home: 'http://[' }, { ...second, news: ['http://[', 'x.json'] }, { id: 'A B' }],
    })!;
    expect(hub.rejected).to.deep.equal(['schools.0.home', 'schools.1.news.0', 'schools.2.id', 'name']);
    expect(hub.schools[0]).not.to.have.property('home');
    expect(hub.schools[1]!.news).to.deep.equal([`${HUB}x.json`]);
  });

  it('has at most a stated number of schools', () => {
    const schools = Array.from({ length: 100_000 }, (_, id) => ({ ...cluster.schools[0], id: `s${id}` }));
    const hub = hubOf({ ...cluster, schools })!;
    expect(hub.schools).to.have.length(MAX_SCHOOLS);
    expect(hub.rejected).to.deep.equal(['schools.100…99999']);
  });

  it('cannot ask for the permission to read all sites', () => {
    const hub = hubOf({
      name: 'Cụm',
      schools: [{ id: 'a', name: 'A', news: ['http://*/rss', 'https://*.vn/rss'] }],
    })!;
    expect(hub.schools[0]!.news).to.deep.equal([]);
  });
});

describe('a policy', () => {
  const policy = {
    hub: HUB,
    schools: [{ id: 'c', name: 'Trường c', home: 'https://c.example/', news: ['https://c.example/rss'] }],
    on: ['c', 'd'],
    every: 60,
    notifications: true,
    firstRun: false,
  };

  it('applies what fits, wherever something does not, and names that in the settings', () => {
    for (const mutation of mutationsOf(policy)) {
      const name = describeMutation(mutation);
      try {
        const managed = parsePolicy((mutation.mutant ?? {}) as Record<string, unknown>);
        if (!managed) continue;
        if (mutation.path.length)
          for (const [field, value] of Object.entries(policy))
            if (field !== mutation.path[0] && field !== 'schools')
              expect(managed).to.deep.include({ [field]: value });
        const options = expectUsable({ ...emptyStore(), managed });
        for (const place of managed.rejected ?? []) expect(options).to.include(place);
      } catch (error) {
        throw new Error(`${name}: ${(error as Error).stack}`);
      }
    }
  });

  it('with typos names them', () => {
    expect(
      parsePolicy({ ...policy, every: 3, hub: 'htps://x.example/', evry: 60, on: ['C', 'd'] }),
    ).to.deep.include({
      rejected: ['evry', 'hub', 'on.0', 'every'],
      on: ['d'],
    });
    // Nothing that is on would be nothing to read.
    expect(parsePolicy({ on: ['C'] })).to.deep.equal({ rejected: ['on.0'] });
    expect(parsePolicy({ on: [] })).to.deep.equal({ on: [] });
  });
});

describe('a message', () => {
  it('that is not exactly a request asks for nothing', () => {
    const request = { ask: 'refresh', urls: ['https://a.example/rss'] };
    expect(refreshRequest(request)).to.deep.equal(request);
    for (const mutation of mutationsOf(request)) {
      const read = refreshRequest(mutation.mutant);
      // Damaged URLs must not become all URLs.
      const isMissing =
        mutation.path[0] === 'urls' && mutation.path.length === 1 && mutation.value === undefined;
      if (read && !isMissing && mutation.path.length)
        expect(read.urls, describeMutation(mutation)).to.be.an('array');
      expect(() => refreshReply(mutation.mutant)).not.to.throw();
    }
  });
});
