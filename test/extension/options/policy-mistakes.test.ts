import { expect } from 'chai';
import { schoolsOf } from '../../../extension/schools/configuration.ts';
import { parsePolicy } from '../../../extension/schools/policy.ts';
import { emptyStore, type Store } from '../../../extension/store/schema.ts';
import { renderedPages } from '../support/rendered.ts';
import { NOW } from '../support/school-store.ts';

const school = (id: unknown, changes: object = {}) => ({
  id,
  name: `Trường ${id}`,
  news: ['https://a.example/rss'],
  ...changes,
});

const storeWith = (policy: Record<string, unknown>): Store => {
  const managed = parsePolicy(policy);
  return { ...emptyStore(), ...(managed && { managed }) };
};
const messages = (policy: Record<string, unknown>, lang: 'vi' | 'en' = 'vi') =>
  renderedPages(storeWith(policy), lang, NOW, policy).options.replace(/<[^>]*>/g, '');
const idsOn = (policy: Record<string, unknown>) =>
  schoolsOf(storeWith(policy)).flatMap(({ id, on }) => (on ? [id] : []));

describe('a mistake in the policy', () => {
  it('costs the one school whose id is wrong, and says what is expected', () => {
    const policy = { schools: [school('truong-1'), school('truong-2'), school('Truong_3')] };
    expect(idsOn(policy)).to.deep.equal(['truong-1', 'truong-2']);
    expect(messages(policy)).to.match(
      /schools\.2\.id: "Truong_3" không dùng được; cần mã trường: .*chữ thường không dấu.* Trường thứ 3 \(“Trường Truong_3”\) bị bỏ\./,
    );
    expect(messages(policy, 'en')).to.match(
      /schools\.2\.id: "Truong_3" cannot be used; expected .*lower-case letters.* School 3 .* is left out\./,
    );
  });

  it('costs the one id of the list of those that are on', () => {
    const policy = { schools: [school('a'), school('b')], on: ['a', 'B!'] };
    expect(idsOn(policy)).to.deep.equal(['a']);
    expect(messages(policy)).to.match(/on\.1: "B!" không dùng được; cần mã trường/);
    expect(messages({ ...policy, on: ['A'] })).to.match(/on\.0: "A" không dùng được.*không có hiệu lực/);
  });

  it('costs the one feed, the homepage or the name of a school', () => {
    const policy = {
      schools: [
        school('a', { news: ['https://a.example/rss', 'a.example/rss'], home: 'a.example', name: 5 }),
      ],
    };
    expect(storeWith(policy).managed!.schools).to.deep.equal([
      { id: 'a', name: 'a', news: ['https://a.example/rss'], documents: [] },
    ]);
    const text = messages(policy);
    expect(text).to.match(/schools\.0\.news\.1: "a\.example\/rss" không dùng được; cần địa chỉ nguồn tin/);
    expect(text).to.match(/schools\.0\.home: "a\.example" không dùng được; cần địa chỉ trang chủ/);
    expect(text).to.match(/schools\.0\.name: 5 không dùng được; cần tên trường.* vẫn dùng được phần còn lại/);
  });

  it('is no mistake if it can mean one thing only', () => {
    for (const [written, hub] of [
      ['tin.truong.example', 'https://tin.truong.example'],
      [' tin.truong.example/cum/ ', 'https://tin.truong.example/cum/'],
      ['http://tin.truong.example/', 'http://tin.truong.example/'],
    ])
      expect(parsePolicy({ hub: written }), written).to.deep.equal({ hub });
    expect(parsePolicy({ firstRun: 0, notifications: 1, watchNotify: 0 })).to.deep.equal({
      notifications: true,
      firstRun: false,
      watchNotify: false,
    });
    expect(parsePolicy({ on: 'a' })).to.deep.equal({ on: ['a'] });
    expect(parsePolicy({ schools: [school('a', { news: 'https://a.example/rss' })] })).to.deep.equal({
      schools: [{ id: 'a', name: 'Trường a', news: ['https://a.example/rss'], documents: [] }],
    });
  });

  it('is explained for every setting and every wrong type', () => {
    const wrong = [
      5.5,
      -1,
      '',
      'x y',
      null,
      [],
      {},
      true,
      'ftp://a.example/',
      '//a.example/',
      ['x y'],
      [5],
      [{}],
    ];
    for (const name of [
      'hub',
      'schools',
      'on',
      'every',
      'notifications',
      'firstRun',
      'watch',
      'watchNotify',
      'digest',
    ])
      for (const value of wrong) {
        const managed = parsePolicy({ [name]: value });
        for (const path of managed?.rejected ?? [])
          for (const lang of ['vi', 'en'] as const)
            expect(messages({ [name]: value }, lang), `${name}: ${JSON.stringify(value)}`).to.match(
              new RegExp(`${path}: .*(?:cần|expected) \\S`),
            );
        if (!managed?.rejected) expect(managed ?? { [name]: [] }, name).to.have.property(name);
      }
  });

  it('is a setting that does not exist, an id that no school has, a school without feeds, an id used twice', () => {
    const policy = {
      evry: 60,
      schools: [school('a'), school('a', { name: 'Trường khác' }), school('c', { news: [] })],
      on: ['a', 'khong-co'],
    };
    const text = messages(policy);
    expect(text).to.include('evry: không có mục nào tên như vậy.');
    expect(messages({ constructor: 60 })).to.include('constructor: không có mục nào tên như vậy.');
    expect(text).to.include('on: không trường nào có mã “khong-co”.');
    expect(text).to.include('schools: “Trường c” không có nguồn nào');
    expect(text).to.include('schools: mã “a” dùng cho nhiều trường');
    // The hub, which has not been read yet, may list it.
    expect(messages({ hub: 'https://tin.truong.example/', on: ['khong-co'] })).not.to.include('khong-co');
  });

  it('is named without its value if the policy itself cannot be read', () => {
    const store = storeWith({ every: 3 });
    expect(renderedPages(store, 'vi', NOW).options).to.include('cần số phút, từ 5 đến 1440');
  });

  it('is not found in a policy that is right', () => {
    const policy = { schools: [school('a')], on: ['a'], every: 60, firstRun: false };
    expect(messages(policy)).not.to.match(/không dùng được|cần /);
  });
});
