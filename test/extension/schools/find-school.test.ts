import { expect } from 'chai';
import { findSchool } from '../../../extension/schools/find-school.ts';
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
