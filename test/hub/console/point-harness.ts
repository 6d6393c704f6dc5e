/** A page with the view for pointing alone. It is bundled, and opened with the task behind `?` and the key behind `#`. */
import { html, render } from 'lit';
import { CallError, call } from '../../../hub/console/call.ts';
import type { ConsoleContext, PointRequest } from '../../../hub/console/context.ts';
import { PointPage } from '../../../hub/console/point/point-page.ts';
import { PointView } from '../../../hub/console/point/point-view.ts';
import { wordsFor } from '../../../hub/console/words/words.ts';
import type { Pointed } from '../../../hub/setup/api.ts';

customElements.define('tct-console-point-page', PointPage);
customElements.define('tct-console-point', PointView);

const request = JSON.parse(new URLSearchParams(location.search).get('task')!) as PointRequest & {
  lang?: 'vi' | 'en';
};
const lang = request.lang ?? 'vi';
document.documentElement.lang = lang;
const { session } = await call(undefined, 'open', { key: location.hash.slice(1) });

const context = {
  lang,
  words: wordsFor(lang),
  async call(name, body, { onError, ...options } = {}) {
    try {
      return await call(session, name, body, options);
    } catch (error) {
      if (error instanceof CallError) onError?.(error);
      return undefined;
    }
  },
} satisfies Partial<ConsoleContext>;

/** What the tests read: undefined until the view is done, then `null` if it was left. */
declare global {
  var accepted: Pointed | null | undefined;
}

const done = (pointed?: Pointed): void => {
  globalThis.accepted = pointed ?? null;
  render('', document.querySelector('main')!);
};

render(
  html`<tct-console-point .context=${context} .request=${request} .done=${done}></tct-console-point>`,
  document.querySelector('main')!,
);
