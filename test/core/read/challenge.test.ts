import { expect } from 'chai';
import { findChallenge } from '../../../core/read/challenge.ts';
import { errorOf } from './read.ts';

const page = (title: string, body: string, head = '') =>
  `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;
const script = (code: string) => `<script>${code}</script>`;
const POSTS = Array.from(
  { length: 6 },
  (_, index) =>
    `<li><a href="/tin/${index}">Khai giảng lớp Trung cấp lý luận chính trị K${70 + index}</a></li>`,
).join('');
const LOGIN_BOX =
  '<form action="/login" method="post"><label>Đăng nhập</label><input name="user"><input type="password" name="pass"><button>Đăng nhập</button></form>';

/** Tests of the browser, and logins. */
const CHALLENGES: Record<string, string> = {
  D1N: '<html><body><script>document.cookie="D1N=0123456789abcdef0123456789abcdef"+"; expires=Fri, 31 Dec 2099 23:59:59 GMT; path=/";window.location.reload(true);</script></body></html>',
  'a cookie and a reload without a page':
    '<script type="text/javascript">document.cookie = "vdi=1"; location.reload();</script>',
  'a cookie and a refresh':
    '<html><head><meta http-equiv="refresh" content="1"></head><body><script>document.cookie=f()</script></body></html>',
  'a computed cookie and an address': page(
    '',
    `<script src="/aes.js"></script>${script('document.cookie="__test="+toHex(slowAES.decrypt(c,2,a,b))+"; path=/"; location.href="http://truong.example/rss?i=1";')}<noscript>This site requires Javascript to work, please enable Javascript in your browser</noscript>`,
  ),
  'a cookie and a replaced address': page(
    'Đang tải…',
    `<p>Vui lòng chờ trong giây lát</p>${script("document.cookie='k='+f();setTimeout(function(){window.location.replace(u)},99)")}`,
  ),
  Cloudflare: page(
    'Just a moment...',
    `<div class="main-wrapper"><noscript><div class="h2">Enable JavaScript and cookies to continue</div></noscript></div>${script("(function(){window._cf_chl_opt={cvId:'3',cZone:'truong.example',cType:'managed'};var a=document.createElement('script');a.src='/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1?ray=8';document.getElementsByTagName('head')[0].appendChild(a);}());")}`,
    '<meta name="robots" content="noindex,nofollow"><meta http-equiv="refresh" content="360">',
  ),
  'Cloudflare in Vietnamese, with more markup': page(
    'Chờ một chút...',
    `<style>${'.a{color:red}'.repeat(900)}</style>${script('window._cf_chl_opt={};')}${'<div></div>'.repeat(2000)}`,
  ),
  'Cloudflare by its words': page('Just a moment…', '<p>truong.example</p>'),
  'Cloudflare of old': page(
    'Just a moment...',
    '<h1>Checking your browser before accessing truong.example.</h1><p>This process is automatic. Your browser will redirect shortly.</p><form id="challenge-form" action="/cdn-cgi/l/chk_jschl"></form><p>DDoS protection by <a href="https://www.cloudflare.com">Cloudflare</a></p>',
  ),
  'a cookie, a reload and a long script': `<script>document.cookie=f();location.reload();/*${'x'.repeat(60_000)}*/</script>`,
  Sucuri:
    "<html><title>You are being redirected...</title><noscript>Javascript is required. Please enable javascript before you are allowed to see this page.</noscript><script>var s={},u,c,U,r,i,l=0,a,e=eval,w=String.fromCharCode,sucuri_cloudproxy_js='',S='bT1T';L=S.length;e(r);</script></html>",
  Incapsula:
    '<html style="height:100%"><head><META NAME="ROBOTS" CONTENT="NOINDEX, NOFOLLOW"></head><body><iframe id="main-iframe" src="/_Incapsula_Resource?SWUDNSAI=31" frameborder=0>Request unsuccessful. Incapsula incident ID: 92000-1</iframe></body></html>',
  'Incapsula by a script':
    '<html><head><script src="/_Incapsula_Resource?SWJIYLWA=719d34d31c8e3a6e6fffd425f7e032f3"></script></head><body></body></html>',
  Imperva: page(
    'Pardon Our Interruption',
    '<h1>Pardon Our Interruption...</h1><p>As you were browsing something about your browser made us think you were a bot.</p>',
  ),
  'DDoS-Guard': page(
    'DDOS-GUARD',
    '<h1 id="title">Checking your browser before accessing truong.example</h1>',
  ),
  LiteSpeed: page(
    'Bot Verification',
    '<h1>Verifying that you are not a robot...</h1><form id="lsrecaptcha-form" method="POST" action="/.lsrecap/recaptcha?"><div id="recaptchadiv"></div></form>',
  ),
  Imunify360: page('One moment, please...', '<h1>Please wait while your request is being verified...</h1>'),
  BitNinja: page('Security check', '<h1>Please complete the captcha</h1><p>The website uses BitNinja.</p>'),
  SiteGround:
    '<html><head><link rel="icon" href="data:;"><meta http-equiv="refresh" content="0;/.well-known/sgcaptcha/?r=%2Frss&y=ipc:1.2.3.4:1"></head></html>',
  DataDome: `<html><head><title>truong.example</title></head><body><p id="cmsg">Please enable JS and disable any ad blocker</p>${script("var dd={'rt':'c','host':'geo.captcha-delivery.com'}")}</body></html>`,
  PerimeterX: page(
    'Access to this page has been denied',
    '<div id="px-captcha"></div><p>Press &amp; Hold to confirm you are a human</p>',
  ),
  F5: page(
    '',
    '<noscript>Please enable JavaScript to view the page content.<br/>Your support ID is: 0123.</noscript>',
  ),
  Anubis: page('Making sure you&#39;re not a bot!', '<div id="status">Loading...</div>'),
  Vercel: page('Vercel Security Checkpoint', "<p>We're verifying your browser</p>"),
  'the test of the browser of a firewall here': page(
    'Đang kiểm tra',
    '<p>Hệ thống đang kiểm tra trình duyệt của bạn trước khi truy cập.</p>',
  ),
  'a question here': page(
    'Xác minh',
    '<p>Vui lòng xác minh bạn không phải là robot.</p><button>Tôi là người</button>',
  ),
  'a captcha here': page(
    'Cổng thông tin',
    '<form><label>Nhập mã captcha để tiếp tục</label><input name="ma"></form>',
  ),
  'the login of a captive portal': page(
    'Hotspot &gt; Đăng nhập',
    '<form name="login" action="http://10.5.50.1/login" method="post"><input name="username"><input name="password" type="password"><input type="submit" value="OK"></form><a href="/dk">Điều khoản</a>',
  ),
  'a captive portal without a password': page(
    'Chào mừng',
    '<h1>WiFi miễn phí của khách sạn</h1><form action="/go"><button>Kết nối Internet</button></form><a href="/dk">Điều khoản sử dụng</a>',
  ),
  'a password alone': page(
    'Cổng truy cập',
    '<form method="post"><input name="u"><input type=password name="p"></form>',
  ),
  'a redirect to a captive portal':
    '<html><body><script language="JavaScript">window.location="https://192.168.1.99:1003/fgtauth?0a0b0c0d";</script></body></html>',
  'a refresh to a login':
    '<HTML><HEAD><TITLE> Web Authentication Redirect</TITLE><META http-equiv="refresh" content="1; URL=https://1.1.1.1/login.html?redirect=truong.example/rss"></HEAD></HTML>',
  WISPr:
    '<html><body>Redirecting<!--<?xml version="1.0"?><WISPAccessGatewayParam><Redirect><LoginURL>http://10.0.0.1/</LoginURL></Redirect></WISPAccessGatewayParam>--></body></html>',
  'the login of WordPress': page(
    'Đăng nhập &lsaquo; Trường Chính trị — WordPress',
    '<h1><a href="https://wordpress.org/">Dựa trên WordPress</a></h1><form name="loginform"><input name="log"><input type="password" name="pwd"></form><a href="/q">Quên mật khẩu?</a><a href="/">← Quay lại Trường Chính trị</a><a href="/b">Bảo mật</a><a href="/d">Điều khoản</a>',
  ),
  'the login of a whole site': page(
    'Đăng nhập hệ thống - Trường Chính trị tỉnh A',
    `<ul>${POSTS}</ul>${LOGIN_BOX}`,
  ),
};

/** Ordinary pages, with the code that they have. */
const ORDINARY: Record<string, string> = {
  'a page with a login box': page('Trường Chính trị tỉnh A', `${LOGIN_BOX}<ul>${POSTS}</ul>`),
  'a short page with a login box': page(
    'Trang chủ',
    `${LOGIN_BOX}<h1>Tin tức</h1><a href="/1">Tin một</a> <a href="/2">Tin hai</a>`,
  ),
  'a post on a login': page('Hướng dẫn đăng nhập phần mềm - Trường A', `${LOGIN_BOX}<ul>${POSTS}</ul>`),
  'a page of ASP.NET in one form': page(
    'Trường A',
    `<form id="aspnetForm"><ul>${POSTS}</ul><input type="password" name="p"></form>`,
  ),
  'an album of ASP.NET beside a login box': page(
    'Trường A',
    `<form id="aspnetForm"><input type="password" name="p">${'<img src="/anh.jpg" width="600">'.repeat(6)}</form>`,
  ),
  'Cloudflare’s marks on every page': page(
    'Trường A',
    `<p>Liên hệ: <a href="/cdn-cgi/l/email-protection#a1b2" class="__cf_email__" data-cfemail="a1b2">[email&#160;protected]</a></p>${script("(function(){window['__CF$cv$params']={r:'8',t:'MTc='};var a=document.createElement('script');a.src='/cdn-cgi/challenge-platform/scripts/jsd/main.js';}())")}<script src="/cdn-cgi/scripts/5c5dd728/cloudflare-static/email-decode.min.js"></script><script defer src="https://static.cloudflareinsights.com/beacon.min.js" data-cf-beacon='{"token":"x"}'></script>`,
  ),
  'Turnstile on a form': page(
    'Góp ý',
    '<form><textarea name="y"></textarea><div class="cf-turnstile" data-sitekey="0x4"></div><script src="https://challenges.cloudflare.com/turnstile/v0/api.js"></script><button>Gửi</button></form>',
  ),
  'reCAPTCHA on a form': page(
    'Góp ý',
    '<form><textarea name="y"></textarea><div class="g-recaptcha" data-sitekey="6L"></div><script src="https://www.google.com/recaptcha/api.js"></script><button>Gửi</button></form>',
  ),
  'Incapsula’s script on every page': page(
    'Trường A',
    '<h1>Chào mừng</h1>',
    '<script src="/_Incapsula_Resource?SWJIYLWA=719d"></script>',
  ),
  'a choice of language': page(
    'Trường A',
    `${script('function vi(){document.cookie="lang=vi";location.reload()}')}<ul>${POSTS}</ul>`,
  ),
  'an application': page(
    'Cổng thông tin',
    `<noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div>${script('document.cookie="tz="+new Date().getTimezoneOffset()')}<script src="/static/js/main.js"></script>`,
  ),
  'posts on Wi-Fi, captchas and robots': page(
    'Trường A',
    `<ul>${POSTS}<li><a href="/9">Phủ sóng WiFi toàn trường</a></li><li>Cuộc thi Robot, mã captcha</li></ul><form action="/tim"><button>Tìm</button></form>`,
  ),
  'a long post on tests of the browser': page(
    'Cloudflare là gì?',
    `<h1>Cloudflare là gì?</h1><p>Trang “Just a moment…” kiểm tra trình duyệt. ${'Nó đứng trước nội dung của nhiều trang. '.repeat(30)}</p>`,
  ),
  'a long post on WiFi beside a form': page(
    'Quy chế sử dụng WiFi',
    `<form action="/tim"><button>Tìm</button></form><p>${'Học viên được kết nối mạng WiFi của trường. '.repeat(30)}</p>`,
  ),
  'a page that has moved':
    '<html><head><title>Đã chuyển</title><meta http-equiv="refresh" content="0;url=/moi/"></head></html>',
  'a long script with a cookie': page(
    'Trường A',
    script(`document.cookie="a=1";location.reload();//${'x'.repeat(120_000)}`),
  ),
};

describe('a challenge', () => {
  for (const [name, body] of Object.entries(CHALLENGES))
    it(`is recognized: ${name}`, async () => {
      const error = await errorOf(body);
      expect(error.code).to.equal('challenge');
      expect(error.vi).to.match(/kiểm tra trình duyệt hoặc trang đăng nhập/);
      expect(error.isExcerpt).to.equal(false);
    });

  for (const [name, body] of Object.entries(ORDINARY))
    it(`is not seen in an ordinary page: ${name}`, async () => {
      expect((await errorOf(body)).code).to.equal('html');
    });

  it('says what it is, and what the site’s owner can do', async () => {
    const { vi, en, detail } = await errorOf(CHALLENGES.Cloudflare!);
    expect(detail).to.equal('Just a moment...');
    expect(vi).to.include('(“Just a moment...”)').and.include('hãy nhờ người quản trị trang nguồn');
    expect(en).to.include('(“Just a moment...”)').and.include('ask the site’s webmaster');
    expect((await errorOf(CHALLENGES.D1N!)).vi).to.include('trang đăng nhập thay cho nội dung');
  });
});

describe('a page in place of a feed', () => {
  const isLogin = (name: string) => findChallenge(CHALLENGES[name]!)?.isLogin;

  it('is told to be a login or a test of the browser', () => {
    for (const name of [
      'D1N',
      'Cloudflare',
      'Sucuri',
      'Imperva',
      'Incapsula',
      'a cookie and a reload without a page',
    ])
      expect(isLogin(name), name).to.equal(false);
    for (const body of [
      page('Đăng nhập WiFi', '<p>Xin chào quý khách</p>'),
      page('Đăng nhập', LOGIN_BOX),
      page('Welcome', '<form>Connect to the hotel Wi-Fi <button>Go</button></form>'),
      page('', '', '<meta http-equiv="refresh" content="0; url=http://10.0.0.1/login.html">'),
      '<!--<WISPAccessGatewayParam></WISPAccessGatewayParam>-->',
    ])
      expect(findChallenge(body), body).to.include({ isLogin: true });
  });

  it('that only has posts on logins is none', () => {
    expect(findChallenge(page('Đăng nhập WiFi của trường: hướng dẫn', `<ul>${POSTS}</ul>`))).to.equal(
      undefined,
    );
  });
});
