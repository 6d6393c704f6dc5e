import { expect } from 'chai';
import {
  addSubscriptions,
  MAX_OWN_SCHOOLS,
  planImport,
} from '../../../extension/options/add-subscriptions.ts';
import { readOpml } from '../../../extension/options/opml.ts';
import { schoolsOf, sourcesOf } from '../../../extension/schools/configuration.ts';
import { addSchool, setHub } from '../../../extension/store/changes.ts';
import { emptyStore, type Store } from '../../../extension/store/schema.ts';
import { MAX_FEEDS } from '../../../extension/store/school-schema.ts';

const opml = (...outlines: string[]) =>
  readOpml(`<opml><body>${outlines.join('')}</body></opml>`).subscriptions;
const outline = (name: string, xmlUrl: string, htmlUrl = '') =>
  `<outline text="${name}" xmlUrl="${xmlUrl}"${htmlUrl && ` htmlUrl="${htmlUrl}"`}/>`;

const own = {
  id: 'a',
  name: 'Trường A',
  home: 'https://a.example/',
  news: ['https://a.example/rss'],
  documents: ['https://a.example/vb/rss'],
};
const hub = {
  url: 'https://hub.example/',
  name: 'Cụm',
  schools: [
    {
      id: 'b',
      name: 'Trường B',
      home: 'http://www.b.example/',
      news: ['https://hub.example/schools/b/news.json'],
      documents: [],
    },
  ],
};
const does = (store: Store, ...outlines: string[]) =>
  planImport(store, opml(...outlines)).map((plan) =>
    'name' in plan ? `${plan.does} ${plan.name}` : plan.does,
  );

describe('subscriptions from a file', () => {
  it('are added to the schools that are there; a known one keeps its name and all its feeds', () => {
    const store = addSchool(emptyStore(), own);
    const file = [
      outline('Tên khác', 'https://a.example/thong-bao/rss', 'http://www.a.example'),
      outline('Tên khác', 'https://a.example/rss', 'http://www.a.example'),
      outline('Trường C', 'https://c.example/rss'),
    ];
    expect(does(store, ...file)).to.deep.equal(['extends Trường A', 'new']);
    const result = addSubscriptions(store, opml(...file));
    expect(result).to.include({ added: 1, extended: 1 });
    expect(result.store.own.find(({ id }) => id === 'a')).to.deep.equal({
      ...own,
      news: ['https://a.example/rss', 'https://a.example/thong-bao/rss'],
    });
    expect(sourcesOf(result.store).map(({ url }) => url)).to.have.members([
      'https://a.example/rss',
      'https://a.example/thong-bao/rss',
      'https://a.example/vb/rss',
      'https://c.example/rss',
    ]);
  });

  it('change nothing if they are there, and switch on a school that is off', () => {
    const store = addSchool(emptyStore(), own);
    const file = [outline('A', own.news[0]!, own.home)];
    expect(does(store, ...file)).to.deep.equal(['followed']);
    expect(addSubscriptions(store, opml(...file))).to.include({ added: 0, extended: 0, store });
    const off = { ...store, choices: { a: { on: false } } };
    const { store: after } = addSubscriptions(off, opml(...file));
    expect(schoolsOf(after).find(({ id }) => id === 'a')?.on).to.equal(true);
  });

  it('give a packaged school its feeds', () => {
    const { id, home, name } = schoolsOf(emptyStore())[0]!;
    const result = addSubscriptions(emptyStore(), opml(outline('Khác', `${home}rss`, home)));
    expect(result.store.own).to.deep.equal([{ id, name, home, news: [`${home}rss`], documents: [] }]);
    expect(result).to.include({ added: 1, extended: 0 });
  });

  it('of a school that the hub or the policy has are left out, and said', () => {
    const listed = setHub(emptyStore(), hub);
    const preset = { ...emptyStore(), managed: { hub: hub.url }, policyHub: hub };
    const direct = { ...emptyStore(), managed: { schools: hub.schools } };
    for (const store of [listed, preset, direct]) {
      const file = [
        outline('B', 'https://b.example/rss', 'https://b.example'),
        outline('C', 'https://c.example/rss'),
      ];
      expect(does(store, ...file)).to.deep.equal(['provided Trường B', 'new']);
      const result = addSubscriptions(store, opml(...file));
      expect(result.provided).to.deep.equal(['Trường B']);
      expect(result.store.own.map(({ id }) => id)).to.deep.equal(['c-example']);
    }
    // By any page of its site. The feed of the hub itself is followed already.
    expect(does(listed, outline('x', 'https://b.example/rss', 'https://b.example/tin/'))[0]).to.match(
      /^provided/,
    );
    expect(does(listed, outline('x', hub.schools[0]!.news[0]!))).to.deep.equal(['followed']);
  });

  it('are as many as the limits allow; the others are named', () => {
    const file = Array.from({ length: 10_000 }, (_, index) =>
      outline(`Trang ${index}`, `https://t${index}.example/rss`),
    );
    const { store, added, beyond } = addSubscriptions(addSchool(emptyStore(), own), opml(...file));
    expect(store.own).to.have.length(MAX_OWN_SCHOOLS);
    expect(added).to.equal(MAX_OWN_SCHOOLS - 1);
    expect(beyond).to.have.length(10_000 - added);
    expect(beyond[0]).to.equal(`Trang ${added}`);

    const feeds = Array.from({ length: 2 * MAX_FEEDS }, (_, index) =>
      outline('A', `https://a.example/${index}`, own.home),
    );
    const full = addSubscriptions(addSchool(emptyStore(), own), opml(...feeds));
    expect(full.store.own[0]!.news).to.have.length(MAX_FEEDS);
    expect(full.store.own[0]!.documents).to.deep.equal(own.documents);
  });
});
