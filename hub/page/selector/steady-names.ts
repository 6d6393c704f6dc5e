/** Tells which class names and ids of a page say what an element is, and will still be there after the next build. */
import type { Element } from '../tree.ts';

const SIMPLE_NAME = /^-?[a-z_][\w-]*$/i;
/** Class names that vary between the items of a list, with time, or that scripts add. */
const STATE =
  /^(?:first|last|odd|even|active|current|selected|open|show|shown|in|fade|hover|focus|visible|loaded|lazy(?:load(?:ed|ing)?)?|animated?|wow|aos-\w+|sticky|clone[ds]?|(?:item|post)-(?:first|last|odd|even)|has-[\w-]+|is-[\w-]+|ng-[\w-]+|js-[\w-]+|fade(?:in|out)\w*)$|^(?:first|last|odd|even|active|current)[-_]/i;
/** What stylesheets in scripts, and builders of pages, name their elements by. */
const GENERATED =
  /^(?:css|sc|jsx|emotion|styled|svelte|astro|makeStyles|jss|r|x|v|cid|yui|ember|react|radix|headlessui|mui|fl-node|et_pb_\w+|vc_custom|elementor-element|elementor-repeater-item|e-loop-item|wp-container|wp-elements|brxe|tdi|tie|block|menu-item|post|page-id|postid|node|nid|uid|id|item|row|view-dom-id)[-_:]+(?=[\w-]*\d)[\w-]*$/i;
/** Those without digits: `sc-bdVaJa`, `css-kJhGfD`, CSS modules' `title__kJhGf`, `_kJhGf_`. */
const GENERATED_LETTERS =
  /^(?:sc|css|jsx|emotion|styled|svelte)-[a-z]{4,}$|^_[a-z\d]{4,7}(?:_\d+|_)?$|__[a-z\d_-]{5}$/i;
/** Names that say how an element looks: of Tailwind, Bootstrap and the like. */
const UTILITY =
  /^-?(?:[mp][trblxyse]?-(?:\d+|auto|px)|(?:m|p)[trblxy]?\d+|(?:text|bg|border|divide|ring|from|to|via|fill|stroke|font|leading|tracking|rounded|shadow|opacity|duration|ease|delay|transition|transform|scale|rotate|cursor|select|overflow|whitespace|break|object|aspect|line-clamp|list|order|z|top|bottom|left|right|inset|gap|space|basis|grow|shrink|grid|flex|items|justify|self|place|content|w|h|min|max|size|col|row|offset|cols?|span|xs|sm|md|lg|xl|d|float|pull|push|align|img|position|columns?|large|medium|small|g|gx|gy)-[\w-]+|flex|grid|block|inline(?:-\w+)?|hidden|relative|absolute|fixed|static|sticky|container(?:-fluid)?|row|cols?|columns?|rounded|shadow|border|uppercase|lowercase|capitalize|italic|underline|truncate|antialiased|isolate|group|peer|clearfix|clear|left|right|center|bold|float\w*|full|w100|text-?(?:left|right|center|justify)|no-?gutters?|none)$/i;
/** Words by which a name is none of those, as in `col-item`. */
const MEANINGFUL =
  /(?:^|[-_])(?:news|post|article|item|title|date|tin|bai|list(?!-(?:none|disc|decimal|inside|outside|unstyled|inline))|entry|story|card|thumb|summary|desc)(?:$|[-_])/i;

/** Whether a name looks like random letters: many changes of case, digits among letters, or nothing to pronounce. */
function isRandom(name: string): boolean {
  const tokens = name.split(/[-_]+/);
  return tokens.some((token) => {
    if (token.length < 5) return false;
    const digits = token.match(/\d/g)?.length ?? 0;
    const changes = token.match(/[a-z][A-Z]|\d[a-z]/g)?.length ?? 0;
    const isMixed = digits > 0 && /[a-z]/i.test(token) && !/^[a-z]+\d{1,2}$/i.test(token);
    const isUnspeakable = /[bcdfghjklmnpqrstvwxz]{6}/i.test(token);
    return isMixed || isUnspeakable || (token.length <= 8 && changes >= 2);
  });
}

/** Whether a class name or an id is made by a program, and another one after the next build or for the next post. */
export function isGeneratedName(name: string): boolean {
  if (GENERATED.test(name) || /\d{3}/.test(name) || isRandom(name)) return true;
  const letters = GENERATED_LETTERS.exec(name)?.[0];
  // `block__title` has a word where modules have letters at random.
  return letters !== undefined && (!letters.startsWith('__') || /\d|[a-z][A-Z]/.test(letters));
}

/** Whether a class name says only how an element looks or where it stands in a grid. */
export const isUtilityName = (name: string): boolean => UTILITY.test(name) && !MEANINGFUL.test(name);

/** The classes of an element that can be written in a selector without escapes and are not generated. */
export const steadyClasses = ({ attribs }: Element): string[] =>
  [...new Set((attribs.class ?? '').split(/\s+/))].filter(
    (name) => SIMPLE_NAME.test(name) && !STATE.test(name) && !isGeneratedName(name),
  );

/** How much a class costs in a selector. */
export function classCost(name: string): number {
  if (isUtilityName(name)) return 10;
  // What a post belongs to, and whether it is published.
  if (/^(?:category|tag|status|format)-/.test(name)) return 3;
  return /\d/.test(name) ? 3 : 1;
}

/** How much an id costs in a selector; undefined if it cannot be used. */
export function idCost(id: string | undefined): number | undefined {
  if (!id || !/^[a-z_][\w-]*$/i.test(id) || /\d{5}/.test(id)) return undefined;
  // Liferay's portlets keep theirs, `portlet_101_INSTANCE_x1Y2z3`, as ASP.NET's controls do if they are not repeated.
  if (/INSTANCE|portlet/i.test(id)) return 2;
  if (/^ctl\d\d_/.test(id)) return /_ctl\d+(?:_|$)|_\d+$/.test(id) ? undefined : 2;
  return isGeneratedName(id) ? undefined : 0.8;
}
