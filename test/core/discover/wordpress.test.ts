import { expect } from 'chai';
import {
  categoriesOfKind,
  categoryPostsUrl,
  readCategories,
  restRoot,
  siteOfRest,
} from '../../../core/discover/wordpress.ts';
import { bytes } from '../../fixture.ts';

const BASE = 'https://truong.example/tct/';

describe('WordPress’s REST API', () => {
  it('has its root where the page says', () => {
    for (const [href, root, site] of [
      ['/tct/wp-json/', `${BASE}wp-json/`, BASE],
      [`${BASE}wp-json`, `${BASE}wp-json/`, BASE],
      [`${BASE}?rest_route=/`, `${BASE}?rest_route=/`, BASE],
      [`${BASE}index.php?rest_route=%2F`, `${BASE}index.php?rest_route=/`, BASE],
      [`${BASE}index.php/wp-json/`, `${BASE}index.php/wp-json/`, `${BASE}index.php/`],
    ] as const) {
      expect(restRoot(href, BASE)).to.equal(root);
      expect(siteOfRest(root)).to.equal(site);
    }
    expect(restRoot('javascript:alert(1)', BASE)).to.equal(undefined);
    expect(categoryPostsUrl(`${BASE}?rest_route=/`, [3, 4])).to.equal(
      `${BASE}?rest_route=/wp/v2/posts&_embed&categories=3,4&per_page=50`,
    );
  });

  it('lists categories, those inside others and after PHP’s notices, too', async () => {
    const recorded = readCategories(new TextDecoder().decode(await bytes('wordpress/rest-categories.json')));
    expect(recorded.length).to.be.greaterThan(3);
    const documents = categoriesOfKind(recorded, 'documents', () => false);
    expect(documents.map(({ name }) => name)).to.deep.equal(['Văn bản']);
    const unknown = readCategories(
      '[{"id":3,"name":"V\u0103n b\u1ea3n"},{"id":4,"name":"Công văn","count":0}]',
    );
    expect(categoriesOfKind(unknown, 'documents', () => false).map(({ id }) => id)).to.deep.equal([3]);
    expect(readCategories('{"code":"rest_no_route"}')).to.deep.equal([]);
    expect(readCategories('[{"id":1,')).to.deep.equal([]);
  });

  it('ends on categories that contain each other', () => {
    const circle = [
      { id: 1, name: 'A', parent: 2, count: 1 },
      { id: 2, name: 'B', parent: 1, count: 1 },
    ];
    expect(categoriesOfKind(circle, 'gallery', () => false)).to.deep.equal([]);
  });
});
