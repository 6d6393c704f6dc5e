import { expect } from 'chai';
import { constantCookie } from '../../../hub/http/constant-cookie.ts';

const URL = 'http://truong.example/tin/rss?x=1';
const script = (code: string, rest = '') => `<html><body><script>${code}</script>${rest}</body></html>`;
const found = (page: string) => constantCookie(new TextEncoder().encode(page), URL);

describe('a constant cookie', () => {
  const D1N = `document.cookie="D1N=abcdef0123456789abcdef0123456789"+"; expires=Fri, 31-Dec-2099 23:59:59 GMT; path=/";`;
  const VALUE = 'D1N=abcdef0123456789abcdef0123456789; expires=Fri, 31-Dec-2099 23:59:59 GMT; path=/';
  const READ: [name: string, page: string, cookie: string][] = [
    ['D1N', script(`${D1N}window.location.reload(true);`), VALUE],
    ['the whole in one string', script("document.cookie='a=1; path=/'; location.reload()"), 'a=1; path=/'],
    [
      'more strings',
      script(`document.cookie = 'a' + "=" + '1'\n + ";path=\\/" ;\n document.location.reload();`),
      'a=1;path=/',
    ],
    ['a timer', script("document.cookie='a=1';setTimeout(function(){location.reload();},9)"), 'a=1'],
    [
      'a function',
      '<body onload="go()"><script>function go(){document.cookie="a=1";history.go(0)}</script>',
      'a=1',
    ],
    ['its own address', script('document.cookie="a=1";window.location.href=window.location.href;'), 'a=1'],
    ['its own address, replaced', script('document.cookie="a=1";location.replace(location)'), 'a=1'],
    ['its own address, written out', script('document.cookie="a=1";location="/tin/rss?x=1#y"'), 'a=1'],
    [
      'a refresh',
      `<html><head><meta http-equiv="refresh" content="0"/>${script("document.cookie='a=1'")}`,
      'a=1',
    ],
    ['a word beside', script("document.cookie='a=1';location.reload()", '<p>Vui lòng chờ…</p>'), 'a=1'],
    ['a page without html', "<script>document.cookie='a=1';location.reload()</script>", 'a=1'],
  ];
  for (const [name, page, cookie] of READ)
    it(`is found: ${name}`, () => expect(found(page)).to.equal(cookie));

  const NOT: [name: string, page: string][] = [
    ['a feed', '<rss version="2.0"><channel/></rss>'],
    ['a computed value', script('document.cookie="a="+f();location.reload()')],
    ['a computed middle', script('document.cookie="a="+b+"; path=/";location.reload()')],
    ['a variable', script('document.cookie=c;location.reload()')],
    ['a template', script('document.cookie=`a=1`;location.reload()')],
    ['other escapes', script('document.cookie="a=\\x41";location.reload()')],
    ['two cookies', script('document.cookie="a=1";document.cookie="b=2";location.reload()')],
    ['no reload', script('document.cookie="a=1"')],
    ['another page', script('document.cookie="a=1";location.href="/dang-nhap"')],
    ['another site', script('document.cookie="a=1";location="http://khac.example/tin/rss?x=1"')],
    [
      'a refresh to another page',
      `<meta http-equiv="refresh" content="0;url=/x">${script('document.cookie="a=1"')}`,
    ],
    ['a comparison', script('document.cookie="a=1";if(location.href=="x")f()')],
    [
      'a page with links',
      script('function vi(){document.cookie="lang=vi";location.reload()}', '<a href="/tin">Tin</a>'),
    ],
    ['a page with a text', script('document.cookie="a=1";location.reload()', `<p>${'chữ '.repeat(200)}</p>`)],
    ['a large page', script(`document.cookie="a=1";location.reload();//${'x'.repeat(20_000)}`)],
  ];
  for (const [name, page] of NOT) it(`is not found: ${name}`, () => expect(found(page)).to.equal(undefined));
});
