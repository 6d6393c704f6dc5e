import { expect } from 'chai';
import { isPlainUrl } from '../../core/plain-url.ts';
import { canonicalUrl, httpUrl } from '../../core/url.ts';

describe('httpUrl', () => {
  const REFUSED = [
    'http://1.2.3.4.5/x',
    'http://1.2.3.4.5./x',
    'http://1.2.3.256/',
    'http://a.vn.1/',
    'http://a.0x/',
    'http://0x1ffffffff/',
    'http://08/',
    'http://a.vn:99999/',
    'http://a b/',
    'http://[::1',
    'http://%zz/',
    'http://',
    'http://@/',
    'http://a.vn/x%00.pdf',
    `http://${'a.'.repeat(130)}vn/`,
    'javascript:alert(1)',
  ];
  for (const url of REFUSED)
    it(`refuses ${url.slice(0, 40)}`, () => {
      expect(httpUrl(url)).to.equal(undefined);
      expect(isPlainUrl(url)).to.equal(false);
    });

  it('leaves names in Punycode to the parser: browsers accept different ones', () => {
    for (const url of ['http://xn--/', 'http://www.xn--a/', 'http://xn--trng-rib8295b.vn/'])
      expect(isPlainUrl(url)).to.equal(false);
    expect(httpUrl('http://xn--trng-rib8295b.vn/')).to.equal('http://xn--trng-rib8295b.vn/');
  });

  it('drops user names and passwords, which would be published', () => {
    expect(httpUrl('https://truong.edu.vn:pw@khac.example/x?y')).to.equal('https://khac.example/x?y');
    expect(httpUrl('//a@b.vn/', 'http://c.vn/')).to.equal('http://b.vn/');
  });

  it('returns ordinary addresses as they are written', () => {
    for (const url of [
      'http://truong.edu.vn',
      'HTTP://Truong.edu.vn:8080/Tin?a=%e1#x',
      'http://127.0.0.1:8801/feed',
      'https://1.2.3.4',
      'http://localhost/',
      'http://a_b.1c.vn/',
      'http://nb.example/xn--/',
    ])
      expect(httpUrl(url)).to.equal(url);
  });

  it('removes tabs and line breaks, and reads backslashes as slashes', () => {
    expect(httpUrl('http://a\n.v\tn\\x')).to.equal('http://a.vn/x');
  });
});

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
    ['http://a.vn/1;jsessionid=8A2B.node1?p=2', 'http://a.vn/1?p=2'],
    ['http://a.vn/1;JSESSIONID=8A2B!-12', 'http://a.vn/1'],
    ['http://a.vn/?PHPSESSID=a1&p=2', 'http://a.vn/?PHPSESSID=b2&p=2'],
    ['http://a.vn/?p=2&phpsessid=a1#x', 'http://a.vn/?p=2'],
    ['http://a.vn/?p=2&PHPSESSID=a1&q=3', 'http://a.vn/?p=2&q=3'],
    ['http://a.vn/1?PHPSESSID=a1', 'http://a.vn/1'],
    ['http://a.vn/?PHPSESSID=a1&sid=c3d4e5f6c3d4e5f6&p=2', 'http://a.vn/?p=2'],
    ['http://a.vn/?ASPSESSIONIDQQCBTR=KLM&p=2', 'http://a.vn/?p=2'],
    ['http://a.vn/(S(lit3py55t21z5v55vlm25s55))/1.aspx', 'http://a.vn/1.aspx'],
    ['http://a.vn/(X(1)S(lit3py55t21z5v55))/1.aspx', 'http://a.vn/1.aspx'],
    ['http://a.vn/?p=2&sid=0123456789abcdef0123456789abcdef', 'http://a.vn/?p=2'],
    ['http://a.vn/?p=2&session_id=9f8e7d6c9f8e7d6c', 'http://a.vn/?p=2'],
    ['http://a.vn/?p=2&amp;q=3', 'http://a.vn/?p=2&q=3'],
  ];
  const DIFFERENT: [string, string][] = [
    ['http://a.vn/1', 'http://a.vn/2'],
    ['http://a.vn/1', 'http://b.vn/1'],
    ['http://a.vn/?p=1', 'http://a.vn/?p=2'],
    ['http://a.vn/A', 'http://a.vn/a'],
    ['http://a.vn:8080/1', 'http://a.vn/1'],
    ['http://a.vn/1', 'http://a.vn/1/2'],
    ['http://www2.a.vn/1', 'http://a.vn/1'],
    // PHP-Nuke numbers its stories so.
    ['http://a.vn/?name=News&sid=1234567', 'http://a.vn/?name=News&sid=1234568'],
    ['http://a.vn/?sid=khai-giang', 'http://a.vn/?sid=be-giang'],
    ['http://a.vn/x.php?sid=a1b2c3d4', 'http://a.vn/x.php?sid=b1b2c3d4'],
    ['http://a.vn/(2024)/1', 'http://a.vn/1'],
    ['http://a.vn/?session=1', 'http://a.vn/?session=2'],
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
