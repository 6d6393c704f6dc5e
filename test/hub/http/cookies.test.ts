import { expect } from 'chai';
import { Cookies } from '../../../hub/http/cookies.ts';

const FROM = 'http://truong.example/tin/rss';

/** The `Cookie` header of a request, after these `Set-Cookie` headers in a response from `FROM`. */
function sent(written: string[], to: string): string | undefined {
  const cookies = new Cookies();
  for (const each of written) cookies.set(FROM, each);
  return cookies.headerFor(to);
}

describe('cookies', () => {
  const CASES: [name: string, written: string | string[], to: string, header: string | undefined][] = [
    ['go back', 'a=1', FROM, 'a=1'],
    ['go to the folder of the page', 'a=1', 'http://truong.example/tin/2', 'a=1'],
    ['do not go above that folder', 'a=1', 'http://truong.example/', undefined],
    ['do not go beside that folder', 'a=1', 'http://truong.example/tintuc', undefined],
    ['go below their path', 'a=1; Path=/', 'http://truong.example/x/y', 'a=1'],
    ['go to their path', 'a=1; path=/tin', 'http://truong.example/tin', 'a=1'],
    ['go to their path with a slash', 'a=1; Path=/tin/', 'http://truong.example/tin/1?x', 'a=1'],
    ['do not go elsewhere than their path', 'a=1; Path=/van-ban', FROM, undefined],
    ['have the default for a relative path', 'a=1; Path=van-ban', FROM, 'a=1'],
    ['do not go to another host', 'a=1; Path=/', 'http://khac.example/', undefined],
    ['do not go to another port', 'a=1; Path=/', 'http://truong.example:81/', undefined],
    ['do not go to a host below without a domain', 'a=1; Path=/', 'http://www.truong.example/', undefined],
    ['go to www. with a domain', 'a=1; Path=/; Domain=.Truong.example', 'http://www.truong.example/', 'a=1'],
    [
      'do not go to other hosts of a domain',
      'a=1; Path=/; Domain=truong.example',
      'http://x.truong.example/',
      undefined,
    ],
    ['are refused for another domain', 'a=1; Domain=khac.example', FROM, undefined],
    ['are refused for the end of a name', 'a=1; Domain=ruong.example', FROM, undefined],
    [
      'are not shared by a top-level domain',
      'a=1; Path=/; Domain=example',
      'http://khac.example/',
      undefined,
    ],
    ['go to https', 'a=1', 'https://truong.example/tin/rss', 'a=1'],
    ['go to https alone if they are secure', 'a=1; Secure', 'https://truong.example/tin/rss', 'a=1'],
    ['do not go to http if they are secure', 'a=1; secure', FROM, undefined],
    ['are replaced', ['a=1', 'a=2'], FROM, 'a=2'],
    ['are deleted by Max-Age', ['a=1', 'b=2', 'a=; Max-Age=0'], FROM, 'b=2'],
    ['are deleted by a negative Max-Age', ['a=1', 'a=; Max-Age=-1'], FROM, undefined],
    ['are deleted by Expires', ['a=1', 'a=x; Expires=Thu, 01-Jan-1970 00:00:01 GMT'], FROM, undefined],
    ['are not deleted on another path', ['a=1', 'a=; Path=/; Max-Age=0'], FROM, 'a=1'],
    ['are kept until Expires', 'a=1; expires=Fri, 31-Dec-2099 23:59:59 GMT', FROM, 'a=1'],
    ['are kept if Expires cannot be read', 'a=1; expires=mai', FROM, 'a=1'],
    ['follow Max-Age before Expires', 'a=1; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT', FROM, 'a=1'],
    ['ignore a Max-Age that is no number', 'a=1; Max-Age=0x', FROM, 'a=1'],
    ['follow the last attribute of a name', 'a=1; Path=/; Path=/van-ban', FROM, undefined],
    ['keep what follows the first equals sign', 'a=b=c==; HttpOnly; SameSite=Lax', FROM, 'a=b=c=='],
    ['keep quotes', 'a="1 2"', FROM, 'a="1 2"'],
    ['may be empty', 'a=', FROM, 'a='],
    ['need a name', ['=1', 'a', '; Path=/'], FROM, undefined],
    ['have no control characters', ['a=\x01', 'b=\x7f', 'c\n=1'], FROM, undefined],
    ['are not too long', `a=${'x'.repeat(5000)}`, FROM, undefined],
    ['come with longer paths first', ['a=1; Path=/', 'b=2', 'c=3; Path=/'], FROM, 'b=2; a=1; c=3'],
  ];
  for (const [name, written, to, header] of CASES)
    it(name, () => expect(sent([written].flat(), to)).to.equal(header));

  it('are at most 50', () => {
    const written = Array.from({ length: 99 }, (_, index) => `c${index}=${index}`);
    expect(sent([...written, 'c0=x'], FROM)!.split('; '))
      .to.have.length(50)
      .and.include('c0=x');
  });
});
