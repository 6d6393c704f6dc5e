import { expect } from 'chai';
import { canonicalUrl } from '../../core/url.ts';

describe('canonicalUrl', () => {
  const EQUAL: [string, string][] = [
    ['http://a.vn/1', 'https://a.vn/1'],
    ['http://www.a.vn/1', 'http://a.vn/1'],
    ['http://WWW.A.vn/1', 'http://a.vn/1'],
    ['http://a.vn/1/', 'http://a.vn/1'],
    ['http://a.vn/', 'http://a.vn'],
    ['http://a.vn/1#binh-luan', 'http://a.vn/1'],
    ['http://a.vn/1?utm_source=rss&utm_medium=rss', 'http://a.vn/1'],
    ['http://a.vn/1?p=2&utm_source=rss', 'http://a.vn/1?p=2'],
    ['http://a.vn/1?utm_source=rss&p=2', 'http://a.vn/1?p=2'],
    ['http://a.vn/1?fbclid=x', 'http://a.vn/1'],
    ['http://a.vn/%e1%ba%a2nh', 'http://a.vn/%E1%BA%A2nh'],
    ['http://a.vn/Ảnh', 'http://a.vn/%E1%BA%A2nh'],
    ['http://a.vn:80/1', 'http://a.vn/1'],
    ['https://a.vn:443/1', 'http://a.vn/1'],
    ['http://a.vn/1/?p=2', 'http://a.vn/1?p=2'],
    ['http://a.vn/?utm_source=x', 'http://a.vn/'],
    ['http://A.vn/', 'http://a.vn'],
    ['http://a.vn/1?utm_source=fb&utm_medium=m', 'http://a.vn/1#comments'],
    ['http://a.vn/%e2%98%8e', 'http://a.vn/☎'],
    [
      'http://a.vn/web/guest/tin-tuc/-/asset_publisher/AbC1/content/bai-viet?redirect=%2Fhome',
      'http://a.vn/web/guest/tin-tuc/-/asset_publisher/zZ9/content/bai-viet',
    ],
  ];
  const DIFFERENT: [string, string][] = [
    ['http://a.vn/1', 'http://a.vn/2'],
    ['http://a.vn/1', 'http://b.vn/1'],
    ['http://a.vn/?p=1', 'http://a.vn/?p=2'],
    ['http://a.vn/A', 'http://a.vn/a'],
    ['http://a.vn:8080/1', 'http://a.vn/1'],
    ['http://a.vn/1', 'http://a.vn/1/2'],
    ['http://www2.a.vn/1', 'http://a.vn/1'],
  ];
  for (const [one, two] of EQUAL)
    it(`${one} equals ${two}`, () => {
      expect(canonicalUrl(one)).to.equal(canonicalUrl(two));
    });
  for (const [one, two] of DIFFERENT)
    it(`${one} differs from ${two}`, () => {
      expect(canonicalUrl(one)).to.not.equal(canonicalUrl(two));
    });
});
