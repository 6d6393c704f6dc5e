import { line } from '../text/normalize.ts';
import { htmlToLine, htmlToText } from './html/to-text.ts';

/** Such pages are shorter, even with pictures and obfuscated scripts in them. */
const MAX_PAGE_CHARS = 100_000;
/** The text, and the links and pictures, of a page that has nothing to read. */
const MAX_SPARSE_CHARS = 1000;
const MAX_SPARSE_PARTS = 5;

/** Only in tests of the browser. What firewalls add to a site's ordinary pages is not listed. */
const TEST_MARKUP =
  /cf[-_]chl|sucuri_cloudproxy|incapsula incident|lsrecap|sgcaptcha|px-captcha|captcha-delivery|sec-if-cpt|acw_sc__/i;
/** Only in the pages of captive portals. */
const PORTAL_MARKUP = /wispaccess/i;
/** What tests say. */
const TEST_WORDS =
  /just a moment|one moment|(?:check|verify)ing (?:\w+ ){0,3}?(?:browser|human|robot|connection)|being verified|not an? (?:ro)?bot|re (?:a )?human|(?:bot|human)[ -](?:verif|protect)|captcha|ddos|security check|our interruption|support id|javascript (?:and|và) cookie|ad ?blocker|(?:kiểm tra|xác (?:minh|thực)) (?:\S+ ){0,4}?(?:trình duyệt|kết nối|truy cập)|phải là (?:một )?(?:người|robot|bot)|là con người/i;
const COOKIE = /document\.cookie\s*=/;
const NAVIGATION =
  /\blocation(?:\.href)?\s*=[^=]|\b(?:location\.(?:reload|replace|assign)|history\.go)\b|http-equiv.{0,3}refresh/i;
/** A redirect by a page. */
const TO_LOGIN = /(?:location|refresh)[^>]{0,200}(?:login|fgtauth|hotspot|captive|dang-?nhap)/i;
const PASSWORD = /<input[^>]{1,300}password/i;
/** A part of a title. */
const LOGIN = /(?:^|[-–—|:>] ?)(?:[^ ]+ )?(?:log ?[io]n|sign ?in|đăng nhập)(?: [^ ]+){0,3} ?(?:$|[-–—|:‹<])/i;
/** What captive portals say. */
const NETWORK =
  /wi-?fi|hotspot|captive|(?:access|connect|login|truy cập|kết nối|đăng nhập)[^.]{0,20}(?:internet|network|mạng)/i;

/** The title of a page; undefined if it has none. */
export const pageTitle = (head: string): string | undefined =>
  htmlToLine(/<title[^>]{0,200}>([\s\S]{0,500}?)<\/title/i.exec(head)?.[1] ?? '', 200);

/** A page that was sent in place of the one that was asked for. */
export interface Challenge {
  /** Perhaps empty. */
  title: string;
  /** Whether it asks for a login, perhaps of a captive portal, rather than testing the browser. */
  isLogin: boolean;
}

/**
 * Recognizes a page that was sent in place of the one that was asked for: a firewall's test of the browser, or a login,
 * also that of a captive portal. A page that has content of its own is none, whatever else is on it, unless its title says
 * that it is a login.
 */
export function findChallenge(page: string): Challenge | undefined {
  const head = page.slice(0, MAX_PAGE_CHARS);
  const title = pageTitle(head) ?? '';
  const hasPassword = PASSWORD.test(head);
  if (TEST_MARKUP.test(head)) return { title, isLogin: false };
  if (PORTAL_MARKUP.test(head) || (hasPassword && LOGIN.test(title))) return { title, isLogin: true };
  if (page.length > MAX_PAGE_CHARS || head.split(/<(?:a|img)\s/i).length - 1 > MAX_SPARSE_PARTS)
    return undefined;
  // Without scripts, password forms and links, which may be the titles of posts.
  const { text } = htmlToText(head.replace(/<a\s.*?<\/a>/gis, ''));
  if (text.length > MAX_SPARSE_CHARS) return undefined;
  const words = line(text) ?? '';
  const shown = `${title} ${words}`;
  const isPortal = NETWORK.test(shown) && (LOGIN.test(title) || /<(?:form|button)/i.test(head));
  const isTest =
    TEST_WORDS.test(shown) ||
    (COOKIE.test(head) && NAVIGATION.test(head)) ||
    // Imperva adds this script to every page.
    (!words && /_incapsula/i.test(head));
  const isLogin = TO_LOGIN.test(head) || (hasPassword && !/<a\s/i.test(head));
  return isPortal || isTest || isLogin ? { title, isLogin: isPortal || !isTest } : undefined;
}

/** The title of such a page, perhaps empty; undefined for any other body. */
export const challengeTitle = (page: string): string | undefined => findChallenge(page)?.title;
