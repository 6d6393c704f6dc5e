/** HTML: escaped texts, and the complete pages `index.html` and `status.html`. */
import { createHash } from 'node:crypto';
import { escapeHtml } from '../escape-html.ts';

/** A text in the shape that feeds give HTML. */
export interface HtmlText {
  value: string;
  type: 'html';
}

/** A text as the HTML of a feed: blocks that show one without reading its type then show no markup of a source either. */
export const htmlText = (text: string): HtmlText => ({ value: escapeHtml(text), type: 'html' });

const STYLE = `:root{color-scheme:light dark;--paper:#fff;--ink:#1a1a1a;--line:rgb(128 128 128/.35);--underline:#767676;--accent:#a3150e;--warning:#fdf1ef;background:var(--paper)}
@media (prefers-color-scheme:dark){:root{--paper:#121212;--ink:#eee;--underline:#999;--accent:#ff9d8a;--warning:#2c1714}}
body{color:var(--ink);background:var(--paper);overflow-wrap:anywhere;max-width:46rem;margin:0 auto;padding:1.25rem 1rem 3rem;font:1.0625rem/1.55 "Noto Serif",Georgia,"Times New Roman",serif}
h1{margin:0 0 1rem;font-size:1.7rem;line-height:1.2}
h2{margin:2rem 0 1rem;font-size:1.3rem;line-height:1.25}
a{color:inherit;text-decoration:underline 1px var(--underline);text-underline-offset:.28em}
a:hover{color:var(--accent);text-decoration-color:currentColor}
:focus-visible{outline:2px solid var(--accent);outline-offset:3px}
ul{list-style:none;margin:1rem 0;padding:0}
li{padding:.8rem 0;border-top:1px solid var(--line)}
li a{font-weight:700}
small{display:block;font:.82rem/1.5 system-ui,sans-serif;opacity:.8}
li p{margin:.15rem 0;font:.95rem/1.5 system-ui,sans-serif}
strong{color:var(--accent)}
nav{display:flex;flex-wrap:wrap;gap:.6rem;margin:0 0 1.5rem}
nav a{padding:.5rem .9rem;border:1px solid var(--underline);border-radius:4px;font:600 .95rem/1.4 system-ui,sans-serif;text-decoration:none}
nav a:hover{border-color:currentColor}
summary{cursor:pointer;padding:.5rem 0;font:600 1rem/1.5 system-ui,sans-serif}
.feeds{font:.95rem/1.5 system-ui,sans-serif}
.feeds b{display:block}
.feeds span{display:block}
.feeds code{font-size:.85rem;-webkit-user-select:all;user-select:all}
.feeds a{display:inline-block;padding:.3rem .35rem;font-weight:400}
.tct-links-gallery{display:grid;grid-template-columns:repeat(auto-fill,minmax(9rem,1fr));gap:1rem}
.tct-links-gallery li{padding:0;border:0}
.tct-photo{display:block;width:100%;height:auto;margin-bottom:.4rem}
#stopped{margin:0 0 1.5rem;padding:.75rem 1rem;border-left:.25rem solid var(--accent);background:var(--warning);font:1rem/1.5 system-ui,sans-serif}
#last-run{font:.95rem/1.5 system-ui,sans-serif}
.schools{columns:16rem;column-gap:2rem}
.schools li{break-inside:avoid;padding:.55rem 0}
.schools a{font:1rem/1.5 system-ui,sans-serif}
time{white-space:nowrap}
tct-weather{margin-top:2rem}
tct-weather::part(heading){border:0}
footer,footer #last-run{font:.85rem/1.5 system-ui,sans-serif}
footer{margin-top:2rem}
footer p{margin:.25rem 0}`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** What a page may load beyond its own style, as directives of a Content-Security-Policy. */
export interface Permissions {
  'script-src'?: string;
  'connect-src'?: string;
  'img-src'?: string;
}

/**
 * The Content-Security-Policy of a page, as the value of an attribute. Should markup of a source ever get into it, it
 * runs no script, sends no form and moves no link.
 */
function contentPolicy(permissions: Permissions): string {
  const directives = {
    'default-src': "'none'",
    'style-src': `'sha256-${STYLE_HASH}'`,
    'img-src': 'data:',
    ...permissions,
    'base-uri': "'none'",
    'form-action': "'none'",
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ')
    .replaceAll('"', '&#34;');
}

/**
 * A complete HTML document.
 *
 * @param title plain text
 * @param body HTML
 * @param head HTML added to the head, ending in a line break
 */
export function htmlPage(title: string, body: string, head = '', permissions: Permissions = {}): string {
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy(permissions)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
${head}</head>
<body>
${body}
</body>
</html>
`;
}
