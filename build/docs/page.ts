import { type DocsPage, ENTRANCE, GROUPS, PAGES, pagePath, TYPES_PAGE } from '../../demo/docs/pages.ts';
import type { SearchEntry } from '../../demo/docs/search.ts';
import { WORDS } from '../../demo/docs/words.ts';
import { inLanguage, LANGUAGES, type Language } from '../../demo/language.ts';
import { type Content, searchEntriesOf } from './content.ts';
import { readGuide } from './guide.ts';
import { escapeHtml, plainText } from './html.ts';
import { elementPage, isElementPage, typesPage } from './reference.ts';

/** A page has a table of contents from this number of main sections on. */
const MIN_CONTENTS = 3;

function contentOf({ name }: DocsPage, language: Language): Content {
  if (isElementPage(name)) return elementPage(name, language);
  return name === TYPES_PAGE ? typesPage(language) : readGuide(name, language);
}

function navigation(current: DocsPage, language: Language): string {
  const link = (page: DocsPage) =>
    `<li><a href="${page.name}.html"${page === current ? ' aria-current="page"' : ''}>${escapeHtml(inLanguage(page.label, language))}</a></li>`;
  const groups = GROUPS.map(
    ({ title, pages }) => `<h2>${inLanguage(title, language)}</h2><ul>${pages.map(link).join('')}</ul>`,
  );
  return `<nav id="pages" aria-label="${WORDS[language].allPages}"><ul>${link(ENTRANCE)}</ul>${groups.join('')}</nav>`;
}

function contents({ sections }: Content, language: Language): string {
  const main = sections.filter(({ level }) => level === 2);
  if (main.length < MIN_CONTENTS) return '';
  const { inThisPage } = WORDS[language];
  return `<nav class="contents" aria-label="${inThisPage}"><ul>${main.map(({ id, title }) => `<li><a href="#${id}">${title}</a></li>`).join('')}</ul></nav>`;
}

function body(page: DocsPage, content: Content, language: Language): string {
  const words = WORDS[language];
  const other = language === 'vi' ? 'en' : 'vi';
  const otherPath = language === 'vi' ? `en/${page.name}.html` : `../${page.name}.html`;
  const sections = content.sections.map(
    ({ id, title, level, html }) =>
      `<h${level} id="${id}"><a href="#${id}">${title}</a></h${level}>\n${html}`,
  );
  const main = `${content.intro}${sections.join('\n')}`;
  return `<header class="masthead">
<p class="kicker"><a href="${language === 'vi' ? '../' : '../../'}">${words.site}</a> <a href="index.html">${inLanguage(ENTRANCE.label, language)}</a> <a href="${otherPath}" lang="${other}" hreflang="${other}">${words.otherLanguage}</a> <a class="to-pages" href="#pages">${words.allPages}</a></p>
<h1>${content.title}</h1>
${content.lead ? `<p class="lead">${content.lead}</p>` : ''}
<form id="search" role="search" hidden><label for="query">${words.search}</label><input id="query" type="search" autocomplete="off" placeholder="${words.searchHint}"><p role="status" id="found"></p><ol id="results"></ol></form>
</header>
<div class="columns"><main>
${page === ENTRANCE ? '' : contents(content, language)}${/class="hub/.test(main) ? `<p class="hub-note">${words.hubNote}</p>` : ''}
${main}
</main>
${navigation(page, language)}</div>`;
}

/** The document of a page. */
export function renderPage(page: DocsPage, language: Language): string {
  const content = contentOf(page, language);
  const up = language === 'vi' ? '' : '../';
  const title = page === ENTRANCE ? plainText(content.title) : `${plainText(content.title)} – tct-widgets`;
  const hub = `${up}../hub/`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="tct-hub" content="${hub}">
<title>${escapeHtml(title)}</title>
<meta name="description" content="${escapeHtml(plainText(content.lead))}">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${up}docs.css">
<script type="module" src="${up}docs.ts"></script>
${content.isLive ? `<script async vite-ignore src="${hub}tct.js"></script>` : ''}
</head>
<body>
${body(page, content, language)}
</body>
</html>
`;
}

/** Everything that the search of a language finds. */
export const searchIndex = (language: Language): SearchEntry[] =>
  PAGES.flatMap((page) => searchEntriesOf(contentOf(page, language), `${page.name}.html`));

/** The pages by their paths from the folder `docs/`. */
export const PAGES_BY_PATH: ReadonlyMap<string, [DocsPage, Language]> = new Map(
  PAGES.flatMap((page) => LANGUAGES.map((language) => [pagePath(page, language), [page, language]] as const)),
) as ReadonlyMap<string, [DocsPage, Language]>;
