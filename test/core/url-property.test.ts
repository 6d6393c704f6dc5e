import { expect } from 'chai';
import { isPlainUrl, MAX_URL_CHARS } from '../../core/plain-url.ts';
import { httpUrl } from '../../core/url.ts';
import { anyText } from '../any-text.ts';
import { fc, propertyRuns } from '../property.ts';

/** Undefined if it does not parse. */
function parsed(url: string): URL | undefined {
  try {
    return new URL(url);
  } catch {
    return undefined;
  }
}

const SCHEMES = [
  'http://',
  'https://',
  'HTTP://',
  'http:',
  'http:/',
  '//',
  'www.',
  'javascript:',
  ' http://',
];
/** Parts of hosts, many of which are read as a number, are not allowed, or end the host. */
const HOSTS = [
  ...['truong', 'edu', 'vn', 'a_b', '-', '1a', 'b2', '_x', 'a', 'trường', 'ß', '١٢', '𝟏'],
  ...['0', '1', '08', '255', '256', '4294967296', '0x', '0x7f', '0xg', '00000000000000000000001', '1e3'],
  ...['xn--', 'xn--a', 'xn--trng-gna', 'XN--A', 'x'.repeat(64), 'x'.repeat(300), '%zz', '%41', '%2e', 'a b'],
  ...['\u00ad', '\u200d', '\u3002', '\ufffd', '\ud800', '<', '|', '^', '`', '{', '[::1', '[::1]', ']', ':'],
];
const SEPARATORS = ['.', '.', '.', '', '..', '\t', '\n', '@', ':', '\\'];
const ENDS = [
  ...['', '.', '/', ':', ':0', ':80', ':65535', ':65536', ':99999', ':8 0', ':x', ':-1', '\\x', ' '],
  ...['?', '#', '/x', '/a b', '/%zz', '/\u202e', '/[', '/"<>', '/ế', '@b.vn/', ':pw@c.vn/x', '/..//.%2e/'],
];

const addresses = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...SCHEMES),
        fc.array(fc.tuple(fc.constantFrom(...HOSTS), fc.constantFrom(...SEPARATORS)), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.constantFrom(...HOSTS, ''),
        fc.constantFrom(...ENDS),
      )
      .map(([scheme, labels, last, end]) => scheme + labels.flat().join('') + last + end),
  },
  { weight: 2, arbitrary: fc.ipV4Extended().map((host) => `http://${host}`) },
  { weight: 1, arbitrary: fc.webUrl({ withFragments: true, withQueryParameters: true }) },
  { weight: 1, arbitrary: anyText(20) },
  { weight: 1, arbitrary: anyText(20).map((text) => `http://${text}`) },
);
const bases = fc.constantFrom(
  undefined,
  'http://truong.example/tin/',
  'https://[::1]:8080/?x#y',
  'mailto:a@b',
);

describe('any address', () => {
  it('that passes parses, is http(s), and names no user', () => {
    fc.assert(
      fc.property(addresses, bases, (address, base) => {
        const url = httpUrl(address, base);
        if (url === undefined) return;
        const { protocol, username, password, hostname } = parsed(url) ?? expect.fail(url);
        expect(protocol).to.match(/^https?:$/);
        expect(username + password).to.equal('');
        expect(hostname).to.match(/^[!-~]{1,253}$/);
        expect(url.length).to.be.at.most(MAX_URL_CHARS);
      }),
      { numRuns: propertyRuns(50_000) },
    );
  });

  it('that passes passes again, unchanged', () => {
    fc.assert(
      fc.property(addresses, bases, (address, base) => {
        const url = httpUrl(address, base);
        expect(httpUrl(url, 'http://other.example/')).to.equal(url);
      }),
      { numRuns: propertyRuns(50_000) },
    );
  });

  it('that is plain parses', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        if (isPlainUrl(address)) expect(parsed(address), address).to.not.equal(undefined);
      }),
      { numRuns: propertyRuns(50_000) },
    );
  });

  it('that is an ordinary http(s) URL passes, unless it holds %00', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (address) => {
        if (address.includes('%00')) expect(httpUrl(address)).to.equal(undefined);
        else expect(httpUrl(address)).to.be.a('string');
      }),
      { numRuns: propertyRuns(5000) },
    );
  });
});
