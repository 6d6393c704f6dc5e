/** A store of this version that lacks a part, or has something else in its place, loads, is changed and saved. */
import { expect } from 'chai';
import { HOUR_MS } from '../../../core/time/duration.ts';
import { ingest } from '../../../extension/background/ingest.ts';
import { sourcesOf } from '../../../extension/schools/configuration.ts';
import { updateSubscriptions } from '../../../extension/schools/update-subscriptions.ts';
import { exportBackup, importBackup } from '../../../extension/store/backup.ts';
import { addSchool, removeSchool, setRead } from '../../../extension/store/changes.ts';
import { recordDeed, undoDeed } from '../../../extension/store/deeds.ts';
import { loadStore } from '../../../extension/store/load.ts';
import { emptyStore, type Store, storeParts } from '../../../extension/store/schema.ts';
import { squeezed } from '../../../extension/store/squeeze.ts';
import { fullStore } from '../support/full-store.ts';
import { renderedPages } from '../support/rendered.ts';
import { feedOf, NOW } from '../support/school-store.ts';

const asStored = (store: object) => ({ store: JSON.parse(JSON.stringify(store)) as unknown });

/** What a day of use does, after loading. */
function use(store: Store): Store {
  const [source] = sourcesOf(store).filter(({ kind }) => kind === 'news');
  let used = source ? ingest(store, source, feedOf('1', '2'), NOW) : store;
  used = setRead(used, [used.posts[0]?.key ?? ''], true);
  used = addSchool(used, { id: 'truong-moi', name: 'Mới', news: ['https://moi.example/rss'], documents: [] });
  const removed = recordDeed(used, removeSchool(used, 'truong-moi'), { kind: 'removed', at: NOW });
  used = undoDeed(removed, removed.deeds!.at(-1)!.id);
  for (const smaller of squeezed(used, NOW)) used = smaller;
  return updateSubscriptions(used, NOW + HOUR_MS);
}

/** No part fits one of these, except for those that may be empty. */
const BAD = [undefined, null, 7, 'x', true, [], {}, [null], [7], { x: 7 }];

describe('a store that lacks a part', () => {
  for (const part of Object.keys(storeParts))
    it(`loads, is changed and saved: ${part}`, () => {
      const whole = fullStore(part === 'managed' || part === 'policyHub');
      for (const bad of BAD) {
        const { store, damaged } = loadStore(asStored({ ...whole, [part]: bad }), NOW);
        // What is missing is not damaged.
        if (bad === undefined) expect(damaged).to.equal(undefined);
        // Posts that are lost reset the sources; nothing else affects another part.
        const affected = [part, 'notice', 'rejected', ...(/posts|memory/.test(part) ? ['sources'] : [])];
        for (const name of Object.keys(whole) as (keyof Store)[])
          if (!affected.includes(name))
            expect(store[name], name).to.deep.equal(JSON.parse(JSON.stringify(whole[name])));
        const used = use(store);
        const again = loadStore(asStored(used), NOW);
        expect(again.damaged, `${part} ${JSON.stringify(bad)} ${again.store.rejected?.join()}`).to.equal(
          undefined,
        );
        expect(again.store).to.deep.equal(JSON.parse(JSON.stringify(used)));
        expect(importBackup(emptyStore(), exportBackup(used), NOW)!.posts).to.deep.equal(again.store.posts);
        for (const page of Object.values(renderedPages(again.store, 'vi', NOW)))
          expect(page).not.to.match(/\bNaN\b|undefined|\[object/);
      }
    });

  it('also if it lacks all of them, or has parts that this version does not know', () => {
    for (const stored of [{ version: 3 }, { version: 3, later: [1], deeds: null }]) {
      const { store } = loadStore(asStored(stored), NOW);
      const { notice: _, rejected: __, ...others } = store;
      expect(others).to.deep.equal(emptyStore());
      expect(loadStore(asStored(use(store)), NOW).damaged).to.equal(undefined);
    }
  });
});
