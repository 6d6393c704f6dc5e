import { existsSync, readFileSync } from 'node:fs';
import { Marked, type Tokens } from 'marked';
import { WORDS } from '../../demo/docs/words.ts';
import type { Language } from '../../demo/language.ts';
import { type Content, idFor, type Section } from './content.ts';
import { codeBlock, codeHtml, escapeHtml } from './html.ts';
import { imageSize } from './image-size.ts';

const DOCS = 'demo/docs/';
const folderOf = (language: Language) => (language === 'vi' ? './' : '../');

/** The Markdown file of a guide. */
export const guideFile = (name: string, language: Language): string =>
  `${DOCS}guides/${language === 'vi' ? '' : 'en/'}${name}.md`;

/** A picture that is taken by a script. There is no dark one of a site that is always light. */
function picture(name: string, alternative: string, language: Language): string {
  const file = (scheme: string) => `pictures/${name}-${scheme}.webp`;
  const source = (scheme: string) => folderOf(language) + file(scheme);
  const { width, height } = imageSize(DOCS + file('light'));
  const dark = existsSync(DOCS + file('dark'))
    ? `<source srcset="${source('dark')}" media="(prefers-color-scheme: dark)">`
    : '';
  return `<picture>${dark}<img src="${source('light')}" width="${width}" height="${height}" alt="${escapeHtml(alternative)}" loading="lazy"></picture>`;
}

/** A page that runs by itself, in a frame, above its code. */
function liveExample(name: string, language: Language): string {
  const address = `${folderOf(language)}examples/${name}`;
  const { openAlone, example } = WORDS[language];
  // On the page, the hub is found by a relative address; who copies it needs the absolute one.
  const code = readFileSync(`${DOCS}examples/${name}`, 'utf8')
    .replaceAll('../../hub/', 'https://tin.truong.example/')
    .replaceAll(' vite-ignore', '');
  return `<iframe class="live" src="${address}" title="${example}: ${escapeHtml(name)}" loading="lazy"></iframe>
<p class="alone"><a href="${address}">${openAlone}</a></p>
${codeBlock(code)}`;
}

/**
 * Reads a guide: Markdown whose first heading and paragraph are the title and lead of the page. `![text](name)` shows the
 * pictures `name-light.webp` and `name-dark.webp`; a code block in the language `live` names a page of `examples/` to
 * run, one in the language `file` a file of which it shows the text.
 */
export function readGuide(name: string, language: Language): Content {
  const marked = new Marked({
    renderer: {
      code: ({ text, lang = '' }) => {
        if (lang === 'live') return liveExample(text, language);
        if (lang === 'file') return codeBlock(readFileSync(text, 'utf8'));
        return codeBlock(text);
      },
      codespan: ({ text }) => `<code translate="no">${codeHtml(text)}</code>`,
      image: ({ href, text }) => picture(href, text, language),
      table(token) {
        const row = (cells: Tokens.TableCell[], tag: string) =>
          `<tr>${cells.map((cell) => `<${tag}>${this.parser.parseInline(cell.tokens)}</${tag}>`).join('')}</tr>`;
        const hasHead = token.header.some(({ text }) => text);
        return `<table>${hasHead ? `<thead>${row(token.header, 'th')}</thead>` : ''}<tbody>${token.rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>`;
      },
    },
  });
  const content: Content = { title: '', lead: '', intro: '', sections: [] };
  let section: Section | undefined;
  for (const token of marked.lexer(readFileSync(guideFile(name, language), 'utf8'))) {
    const inline = () => marked.parseInline(token.raw.replace(/^#+ /, '').trim()) as string;
    if (token.type === 'heading' && token.depth === 1) content.title = inline();
    else if (token.type === 'heading') {
      const title = inline();
      section = { id: idFor(title), title, level: token.depth, html: '' };
      content.sections.push(section);
    } else if (token.type === 'paragraph' && !content.lead && !section) content.lead = inline();
    else {
      const html = marked.parser([token]);
      if (section) section.html += html;
      else content.intro += html;
    }
  }
  return content;
}
