/**
 * The script of `embed.html`: shows the one widget that the page's hash names, for an `<iframe>`, and tells the page
 * around it how high that is.
 *
 * `#widget=latest-news&school=nb+hp&limit=7&--tct-accent=%23060`: `widget` is the name without `tct-`; the others are the
 * widget's attributes and custom properties. `scheme` is `light` (default), `dark` for a dark page, or `auto`.
 */
import { HEIGHT_REQUEST, type HeightMessage } from './height-message.ts';

const SCHEMES: Record<string, string> = { dark: 'dark', auto: 'light dark' };

/** Whether some page shows this one in a frame, and so has chosen what it shows. */
const isFramed = parent !== window;
/** A link to this page is no page of a webmaster's: with others it could pass off foreign texts as the hub's. */
const WITHOUT_FRAME = /^(?:school|limit|layout|theme)$/;
/** Room for one photo. */
const LIGHTBOX_MIN_HEIGHT = '30em';

const sheet = new CSSStyleSheet();
sheet.replaceSync('body{margin:0;font:1em/1.5 system-ui,sans-serif}');
document.adoptedStyleSheets.push(sheet);

/** Shows the widget as a `div`: the loader puts the element into it and passes only its attributes on. */
function show(): void {
  const div = document.createElement('div');
  const root = document.documentElement;
  const params = new URLSearchParams(location.hash.slice(1));
  root.lang = params.get('lang') ?? 'vi';
  root.style.colorScheme = SCHEMES[params.get('scheme')!] ?? '';
  const setData = (name: string, value: string) => div.setAttribute(`data-${name}`, value);
  for (const [name, value] of params) {
    if (name === 'widget') setData('tct', value);
    else if (name.startsWith('--tct-')) div.style.setProperty(name, value);
    else if (/^[a-z-]+$/.test(name) && (isFramed || WITHOUT_FRAME.test(name))) setData(name, value);
  }
  // The frame itself is loaded when it comes near the viewport.
  setData('loading', 'eager');
  if (!div.hasAttribute('data-tct')) {
    div.textContent =
      'Địa chỉ của khung này thiếu tên khối, ví dụ embed.html#widget=latest-news. / This frame’s address names no widget.';
  }
  document.body.replaceChildren(div);
}

function reportHeight(): void {
  const tctHeight = Math.ceil(document.documentElement.getBoundingClientRect().height);
  parent.postMessage({ tctHeight } satisfies HeightMessage, '*');
}

show();
addEventListener('hashchange', show);
if (isFramed) {
  new ResizeObserver(reportHeight).observe(document.documentElement);
  // A photo fills the frame, which may be a row of thumbnails high.
  addEventListener('tct-select', (event) => {
    const { target, detail } = event as CustomEvent<object>;
    if ('photo' in detail) (target as HTMLElement).style.minHeight = LIGHTBOX_MIN_HEIGHT;
  });
  // The script there may start after the last change.
  addEventListener('message', ({ data }) => data === HEIGHT_REQUEST && reportHeight());
}
