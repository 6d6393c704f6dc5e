import { expect } from 'chai';
import { queryParameter, replaceUrl, withQueryParameter } from '../../../widgets/base/query-parameter.ts';

describe('a query parameter', () => {
  const place = location.href;
  afterEach(() => history.replaceState(null, '', place));

  for (const [query, written, removed] of [
    ['', '?vb-q=%C4%91%C3%A0o', ''],
    ['?', '?&vb-q=%C4%91%C3%A0o', '?'],
    ['?&xem', '?&xem&vb-q=%C4%91%C3%A0o', '?&xem'],
    [
      '?tim=%D0%E0&muc=a/b%20c+d%2f&&xem',
      '?tim=%D0%E0&muc=a/b%20c+d%2f&&xem&vb-q=%C4%91%C3%A0o',
      '?tim=%D0%E0&muc=a/b%20c+d%2f&&xem',
    ],
    ['?a=%D0&vb-q=x&b=c%20d', '?a=%D0&vb-q=%C4%91%C3%A0o&b=c%20d', '?a=%D0&b=c%20d'],
    ['?vb-q=x&a&vb%2Dq&b', '?vb-q=%C4%91%C3%A0o&a&b', '?a&b'],
    ['?avb-q=x&?vb-q=y', '?avb-q=x&?vb-q=y&vb-q=%C4%91%C3%A0o', '?avb-q=x&?vb-q=y'],
  ] as const)
    it(`is written to and removed from “${query}” as text`, () => {
      for (const hash of ['', '#muc?vb-q=1&x']) {
        const url = `https://truong.example/van-ban${query}${hash}`;
        const changed = withQueryParameter(url, 'vb-q', 'đào');
        expect(changed).to.equal(`https://truong.example/van-ban${written}${hash}`);
        for (const each of [changed, url])
          expect(withQueryParameter(each, 'vb-q', '')).to.equal(
            `https://truong.example/van-ban${removed}${hash}`,
          );
      }
    });

  it('may have any name and value', () => {
    const url = withQueryParameter(location.href, 'văn bản[]', 'a&b=c#d %\ud800');
    history.replaceState(null, '', url);
    expect(location.href).to.equal(url);
    expect(queryParameter('văn bản[]')).to.equal('a&b=c#d %\ufffd');
    expect(queryParameter('khác')).to.equal(undefined);
  });

  it('is changed within the history entry, without the page’s own replaceState', () => {
    history.replaceState({ of: 'page' }, '');
    const { length } = history;
    Object.assign(history, { replaceState: () => expect.fail() });
    try {
      replaceUrl(withQueryParameter(location.href, 'x', '1'));
    } finally {
      Reflect.deleteProperty(history, 'replaceState');
    }
    expect(queryParameter('x')).to.equal('1');
    expect(history.length).to.equal(length);
    expect(history.state).to.deep.equal({ of: 'page' });
  });
});
