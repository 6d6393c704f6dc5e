/** A page as HTML that shows it and does nothing else. */
import { serverOf } from '../../../core/poll/plan.ts';
import { escapeHtml } from '../../escape-html.ts';
import { numberElements } from '../element-numbers.ts';
import type { HtmlPage } from '../html-page.ts';
import { type ShownAsset, ShownAssets } from './assets.ts';
import { ShownHtml } from './serialize.ts';

/** A page that is shown. */
export interface ShownReading {
  /** A whole document. */
  html: string;
  title: string;
  /** Number of elements; see `numberElements`. */
  nodes: number;
  /** Frames of the same site inside it, by the number of their element. */
  frames: { node: number; url: string }[];
  /** Pictures and style sheets by their numbers. */
  assets: ShownAsset[];
}

/**
 * Added to the page: marks what stands for something else, and shows what scripts would reveal when one scrolls to it or
 * when the page has loaded.
 */
const OWN_STYLE = `
html,body{visibility:visible!important;opacity:1!important;height:auto!important}
html{display:block!important;overflow:auto!important}
body{display:block!important;overflow:visible!important;min-height:0!important}
[data-box]{display:inline-block;min-width:16px;min-height:16px;max-width:100%;background:#e6e6e6;color:#444;font:12px/1.4 sans-serif;overflow:hidden;vertical-align:middle}
[data-box=frame]{display:block;min-height:48px;padding:8px;border:1px dashed #888}
img:not([src]){display:inline-block;min-width:24px;min-height:24px;background:#e6e6e6}
[data-revealed],.wow,.animated,.lazy,.lazyload,.lazyloading,.reveal,.fade-in,.elementor-invisible{visibility:visible!important;opacity:1!important;transform:none!important}
#preloader,#loader,.preloader,.page-loader,.loader-wrapper,.loading-overlay,.site-preloader,.se-pre-con{display:none!important}
`.replaceAll('\n', '');

const DOCTYPE = /^!doctype html(?:\s+public\s+"[\w\s/.:+-]*"(?:\s+"[\w\s/.:+-]*")?)?\s*$/i;

/** The page's own doctype, which decides how browsers lay it out. */
function doctypeOf({ root }: HtmlPage): string {
  for (const node of root.children)
    if (node.type === 'directive' && /^!doctype/i.test(node.data))
      return DOCTYPE.test(node.data) ? `<${node.data}>` : '<!doctype html>';
  return '';
}

/**
 * Makes a page safe to show: only elements and attributes that are known to be harmless are written, so whatever else is
 * in the page, and however it is nested or escaped, is not. Every element carries its number in `data-node`.
 *
 * @param folder path on this server of its pictures and style sheets, with a slash at its end
 */
export function showPage(page: HtmlPage, folder: string): ShownReading {
  const assets = new ShownAssets(folder);
  const elements = numberElements(page.root);
  const shown = new ShownHtml(page, elements, assets);
  const { htmlAttributes, bodyAttributes, body } = shown.write();
  const { title } = page;
  const server = serverOf(page.url);
  return {
    html: `${doctypeOf(page)}<html${htmlAttributes}><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head><body${bodyAttributes}>${body}<style>${OWN_STYLE}</style></body></html>`,
    title,
    nodes: elements.length,
    frames: shown.frames.filter((frame) => serverOf(frame.url) === server),
    assets: assets.list,
  };
}
