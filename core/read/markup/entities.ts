import { decodeC1 } from '../../text/c1.ts';
import { LONE_SURROGATES } from '../../text/lone-surrogates.ts';

/**
 * HTML's named characters: for each run of consecutive code points, the first one (hex) and the names. Has those of
 * HTML 4 and others that PHP's HTML5 mode and current editors write. Letters with diacritics (`Agrave`, `itilde`) and
 * Greek capitals are derived.
 */
const RUNS =
  '9 Tab NewLine|21 excl quot num dollar percnt amp apos lpar rpar ast plus comma|2e period sol|3a colon semi lt equals gt quest commat|5b lsqb bsol rsqb|5f lowbar grave|7b lcub verbar rcub|a0 nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest|c6 AElig|d0 ETH|d7 times Oslash|de THORN szlig|e6 aelig|f0 eth|f7 divide oslash|fe thorn|110 Dstrok dstrok|152 OElig oelig|192 fnof|2c6 circ caron|2dc tilde|3b1 alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega|3d1 thetasym upsih|3d6 piv|2002 ensp emsp|2009 thinsp hairsp|200c zwnj zwj lrm rlm hyphen|2013 ndash mdash horbar|2018 lsquo rsquo sbquo|201c ldquo rdquo bdquo|2020 dagger Dagger bull|2026 hellip|2030 permil|2032 prime Prime|2039 lsaquo rsaquo|203e oline|2044 frasl|20ac euro|2111 image|2116 numero|2118 weierp|211c real|2122 trade|2135 alefsym|2190 larr uarr rarr darr harr|21b5 crarr|21d0 lArr uArr rArr dArr hArr|2200 forall|2202 part exist|2205 empty|2207 nabla isin notin|220b ni|220f prod|2211 sum minus|2217 lowast|221a radic|221d prop infin|2220 ang|2227 and or cap cup int|2234 there4|223c sim|2245 cong|2248 asymp|2260 ne equiv|2264 le ge|2282 sub sup nsub|2286 sube supe|2295 oplus|2297 otimes|22a5 perp|22c5 sdot|2308 lceil rceil lfloor rfloor|27e8 lang rang|25ca loz|2605 starf star|2610 check|2660 spades|2663 clubs|2665 hearts diams|2713 checkmark';
/** Combining marks, by the ending of a letter's name. */
const COMBINING_MARKS: Record<string, string> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  breve: '\u0306',
  uml: '\u0308',
  ring: '\u030a',
  caron: '\u030c',
  cedil: '\u0327',
};
let charactersByName: Map<string, string> | undefined;

function fromName(name: string): string | undefined {
  if (!charactersByName) {
    charactersByName = new Map();
    for (const run of RUNS.split('|')) {
      const [from, ...members] = run.split(' ');
      let code = Number.parseInt(from!, 16);
      for (const member of members) charactersByName.set(member, String.fromCharCode(code++));
    }
  }
  const found = charactersByName.get(/^(?:AMP|LT|GT|QUOT|COPY|REG)$/.test(name) ? name.toLowerCase() : name);
  if (found) return found;
  const mark = COMBINING_MARKS[name.slice(1)];
  const letter = mark && (name[0] + mark).normalize('NFC');
  if (letter?.length === 1) return letter;
  const greek = charactersByName.get(name.toLowerCase());
  return greek && greek > '\u0370' && greek < '\u0400' ? greek.toUpperCase() : undefined;
}

/**
 * The character of a code point. C1 controls are read as windows-1252 (HTML Standard, 13.2.5.80), invalid code points as
 * U+FFFD.
 */
export function fromCodePoint(code: number): string {
  if (code >= 0x80 && code < 0xa0) return decodeC1(String.fromCharCode(code));
  return code > 0 && code <= 0x10ffff && (code & 0xfff800) !== 0xd800 ? String.fromCodePoint(code) : '\ufffd';
}

/**
 * Decodes character references once; unknown ones are left as written. The semicolon may be missing only after `amp lt
 * gt quot` and names of Latin-1 characters, and not before a letter, a digit or `=`, as in the URL `?a=1&copy=1` (HTML
 * Standard, 13.2.5.73).
 */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  let hasSurrogates = false;
  const decoded = text.replace(
    /&(?:#(?:x([\da-f]+)|(\d+));?|([a-z][a-z\d]{1,31})(;|(?![=a-z\d])))/gi,
    (reference, hex?: string, decimal?: string, name?: string, end?: string) => {
      if (!name) {
        const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
        if (code < 0xd800 || code > 0xdfff) return fromCodePoint(code);
        // Old .NET writes an emoji as two references, one per surrogate.
        hasSurrogates = true;
        return String.fromCharCode(code);
      }
      const found = fromName(name);
      return found && (end || /["&<>\xa0-\xff]/.test(found)) ? found : reference;
    },
  );
  return hasSurrogates ? decoded.replace(LONE_SURROGATES, '\ufffd') : decoded;
}
