/** What the hub's two pages share: one frame, one style, text that stays text. */

export function asText(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const STYLE = `:root{color-scheme:light dark;--line:rgb(128 128 128/.35);--accent:#a3150e}
@media (prefers-color-scheme:dark){:root{--accent:#ff9d8a}}
body{max-width:46rem;margin:0 auto;padding:1.25rem 1rem 3rem;font:1.0625rem/1.55 "Noto Serif",Georgia,"Times New Roman",serif}
h1{margin:0 0 .25rem;font-size:1.7rem;line-height:1.2}
a{color:inherit;text-decoration-color:var(--line);text-underline-offset:.2em}
a:hover{color:var(--accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:3px}
ul{list-style:none;margin:1.25rem 0;padding:0}
li{padding:.8rem 0;border-top:1px solid var(--line)}
li a{font-weight:700;text-decoration:none}
li a:hover{text-decoration:underline}
small{display:block;font:.82rem/1.5 system-ui,sans-serif;opacity:.8}
.wide{overflow-x:auto}
table{width:100%;border-collapse:collapse;font:.9rem/1.45 system-ui,sans-serif}
th,td{padding:.5rem .75rem .5rem 0;border-top:1px solid var(--line);text-align:start;vertical-align:top}
thead th{white-space:nowrap}
strong{color:var(--accent)}
footer{margin-top:2rem;font:.85rem/1.5 system-ui,sans-serif}`;

/** A whole page; `body` is HTML whose text has been escaped. */
export function page(title: string, body: string, head = ''): string {
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${asText(title)}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
${head}</head>
<body>
${body}
</body>
</html>
`;
}
