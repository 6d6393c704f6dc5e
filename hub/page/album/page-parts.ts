/** The parts of a page that are not its content: the head of the site, menus, side columns, forms to fill in. */
import type { HtmlPage } from '../html-page.ts';
import { type Element, selfAndAncestors, visibleElements } from '../tree.ts';

const ASIDE_ELEMENT = /^(?:nav|footer|aside)$/;
/** Class names and ids of side columns, advertisements and the like. */
const ASIDE_NAME =
  /(?:^|[\s_-])(?:logo|brand|site-?(?:title|name)|masthead|footer|side-?bar|breadcrumbs?|advert\w*|ads?|quang-?cao|doi-?tac|partners?|lien-?ket|web-?links?|comments?|binh-?luan|share|social)(?:$|[\s_-])/i;
/** Those of the head of the site. A page's or post's own head has such names, too. */
const SITE_HEADER_NAME =
  /(?:^|\s)(?:(?:site|main|top|web|app|global)[-_]?)?(?:header|banner|branding)(?:[-_](?:top|main|inner|wrap\w*))?(?:\s|$)/i;

/** The names that describe an element. */
export const namesOf = ({ attribs }: Element): string =>
  `${attribs.class ?? ''} ${attribs.id ?? ''} ${attribs.itemprop ?? ''}`;

/** Whether a form is the frame of the whole page, as of ASP.NET, and not one to fill in. */
function isPageForm(page: HtmlPage, form: Element): boolean {
  const hasState = visibleElements(form, /^input$/).some(({ attribs }) =>
    attribs.name?.startsWith('__VIEWSTATE'),
  );
  return hasState || page.slice(form, form).length * 2 > page.length;
}

function isAsidePart(page: HtmlPage, element: Element): boolean {
  const { name } = element;
  if (/^(?:html|body|main|article)$/.test(name)) return false;
  if (name === 'form') return !isPageForm(page, element);
  if (ASIDE_ELEMENT.test(name) || ASIDE_NAME.test(namesOf(element))) return true;
  const isHeader = name === 'header' || SITE_HEADER_NAME.test(namesOf(element));
  return isHeader && ![...selfAndAncestors(element)].some((each) => /^(?:main|article)$/.test(each.name));
}

/** The parts of a page that are beside its content. */
export function asideParts(page: HtmlPage): Set<Element> {
  return new Set(visibleElements(page.root).filter((each) => isAsidePart(page, each)));
}

/** Whether an element is in one of some parts. */
export const isWithin = (element: Element, parts: ReadonlySet<Element>): boolean =>
  [...selfAndAncestors(element)].some((each) => parts.has(each));
