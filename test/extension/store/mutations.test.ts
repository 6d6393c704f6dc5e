/** Whatever is stored, the pages render, only the damaged part is lost, and the user learns which. */
import { expect } from 'chai';
import { hubUrl, permissionFor, sourcesOf } from '../../../extension/schools/configuration.ts';
import { updateSubscriptions } from '../../../extension/schools/update-subscriptions.ts';
import { exportBackup, importBackup } from '../../../extension/store/backup.ts';
import { dismissNotice, setHub } from '../../../extension/store/changes.ts';
import { evict } from '../../../extension/store/evict.ts';
import { loadStore } from '../../../extension/store/load.ts';
import { emptyStore, type Store } from '../../../extension/store/schema.ts';
import { fullStore } from '../support/full-store.ts';
import { describeMutation, mutationsOf } from '../support/mutations.ts';
import { renderedPages } from '../support/rendered.ts';
import { NOW } from '../support/school-store.ts';

/** As `storage.local` returns it. */
const asStored = (value: unknown) =>
  JSON.parse(JSON.stringify({ store: value ?? null })) as { store: unknown };

function expectRendered(store: Store, lang: 'vi' | 'en'): void {
  const { popup, options } = renderedPages(store, lang, NOW);
  for (const page of [popup, options]) {
    expect(page).to.have.length.greaterThan(500);
    expect(page).not.to.match(/\bNaN\b|Invalid|undefined|\[object|(?:href|src)=(?:javascript:|http:\/\/\[)/);
  }
}

/** The entries of a part by name; those of a list by their content, as others may have moved up. */
const entriesOf = (part: unknown): Map<string, string> =>
  typeof part === 'object' && part !== null
    ? new Map(
        Object.entries(part).map(([name, each]) => {
          const text = JSON.stringify(each);
          return [Array.isArray(part) ? text : name, text];
        }),
      )
    : new Map([['', JSON.stringify(part)]]);

/** The damage at a path leaves all other parts alone, and the other entries of its part. */
function expectUnaffected(store: Store, before: Store, [part, entry]: readonly (string | number)[]): void {
  // Lost posts make all sources deliver theirs again; the notice says what was lost.
  const consequences = part === 'posts' || part === 'memory' ? ['sources'] : [];
  for (const name of Object.keys(before) as (keyof Store)[]) {
    const isPart = name === part;
    // Without its address, nothing of a hub is left.
    const isGone = isPart && (entry === undefined || (/hub$/i.test(name) && !store[name]));
    if (isGone || [...consequences, 'version', 'notice', 'rejected'].includes(name)) continue;
    const damaged = isPart
      ? Object.entries(before[name] as object).find(([key]) => key === String(entry))
      : [];
    const after = entriesOf(store[name]);
    for (const [key, text] of entriesOf(before[name]))
      if (key !== damaged?.[0] && text !== JSON.stringify(damaged?.[1]))
        expect(after.get(key), `${name} ${key}`).to.equal(text);
  }
}

describe('a damaged store', () => {
  for (const managed of [false, true])
    it(`${managed ? 'with' : 'without'} a policy loses only what is damaged, and says where`, () => {
      const whole = fullStore(managed);
      const { store: before, damaged } = loadStore(asStored(whole), NOW);
      expect(damaged, before.rejected?.join()).to.equal(undefined);
      expect(before).to.deep.equal(JSON.parse(JSON.stringify(whole)));
      let count = 0;
      // Most damages of a place are repaired alike.
      const rendered = new Set<string>();
      for (const mutation of mutationsOf(whole)) {
        if (managed && !/^(?:managed|policyHub)$/.test(String(mutation.path[0]))) continue;
        const name = describeMutation(mutation);
        try {
          const loaded = loadStore(asStored(mutation.mutant), NOW);
          const { store } = loaded;
          if (mutation.path.length) expectUnaffected(store, before, mutation.path);
          if (loaded.damaged !== undefined && mutation.path.length)
            expect(store.rejected?.some((path) => path.startsWith(String(mutation.path[0])))).to.equal(true);
          // What was repaired is not damaged any more.
          const edited = evict(updateSubscriptions(store, NOW));
          expect(loadStore(asStored(edited), NOW).damaged).to.equal(undefined);
          for (const { url } of sourcesOf(edited)) permissionFor(url);
          expect(sourcesOf(dismissNotice(setHub(edited, undefined)))).to.be.an('array');
          expect(hubUrl(setHub({ ...edited, managed: {} }, undefined))).to.equal(undefined);
          count++;
          const text = JSON.stringify(edited);
          if (!rendered.has(text)) expectRendered(edited, rendered.size % 2 ? 'vi' : 'en');
          rendered.add(text);
        } catch (error) {
          throw new Error(`${name}: ${(error as Error).stack}`);
        }
      }
      expect(count).to.be.greaterThan(managed ? 200 : 1500);
    }).timeout(300_000);

  it('in a backup costs no more than in storage', () => {
    const whole = JSON.parse(exportBackup(fullStore(false))) as Store;
    for (const mutation of [...mutationsOf(whole)].filter((_, index) => index % 7 === 0)) {
      const imported = importBackup(emptyStore(), JSON.stringify(mutation.mutant) ?? '', NOW);
      if (imported && imported.posts.length !== whole.posts.length)
        expect(mutation.path[0], describeMutation(mutation)).to.equal('posts');
    }
  }).timeout(300_000);
});
