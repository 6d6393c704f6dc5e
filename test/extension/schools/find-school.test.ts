import { expect } from 'chai';
import { findSchool, providedSchools } from '../../../extension/schools/find-school.ts';
import { addSchool } from '../../../extension/store/changes.ts';
import { emptyStore } from '../../../extension/store/schema.ts';
import { FEED, school } from '../support/school-store.ts';

describe('the school of a page', () => {
  const page = 'https://www.truongchinhtrinb.edu.vn/tin-tuc/1';

  it('may be a packaged school without known sources', () => {
    expect(findSchool(emptyStore(), page)).to.include({ id: 'ninh-binh', on: false });
    expect(findSchool(emptyStore(), page)!.sources).to.deep.equal([]);
  });

  it('is preferably one with known sources', () => {
    const store = addSchool(emptyStore(), { ...school, home: 'http://truongchinhtrinb.edu.vn/' });
    expect(findSchool(store, page)!.sources.map(({ url }) => url)).to.deep.equal([FEED]);
  });

  it('is undefined for other sites', () => {
    expect(findSchool(emptyStore(), 'https://truong.example/')).to.equal(undefined);
  });
});

describe('a school whose feeds come from the hub or the policy', () => {
  const feed = 'https://tin.example/schools/b/news.json';
  const listed = { id: 'b', name: 'Trường B', home: 'http://www.b.example/vi/', news: [feed], documents: [] };
  const hub = { url: 'https://tin.example/', name: 'Cụm', schools: [listed] };

  it('is found by any page of its site and by its feed', () => {
    for (const store of [
      { ...emptyStore(), hub },
      { ...emptyStore(), managed: { hub: hub.url }, policyHub: hub },
      { ...emptyStore(), managed: { schools: [listed] } },
    ]) {
      const providedAt = providedSchools(store);
      for (const page of ['https://b.example/', 'http://www.b.example/rss/tin.xml', feed])
        expect(providedAt(page), page).to.equal(listed);
      expect(providedAt('https://tin.example/')).to.equal(undefined);
    }
  });

  it('is none of a hub that is not used, or that has no feed for it', () => {
    const page = 'https://b.example/';
    expect(providedSchools({ ...emptyStore(), hub, managed: { hub: 'https://x.example/' } })(page)).to.equal(
      undefined,
    );
    const empty = { ...hub, schools: [{ ...listed, news: [] }] };
    expect(providedSchools({ ...emptyStore(), hub: empty })(page)).to.equal(undefined);
  });
});
