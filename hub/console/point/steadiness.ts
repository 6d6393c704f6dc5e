import { html, nothing, type TemplateResult } from 'lit';
import type { ListKind } from '../../../core/config/cluster.ts';
import type { Steadiness } from '../../setup/api.ts';
import { doubtsOn } from '../remarks/remarks.ts';
import type { ConsoleWords } from '../words/words.ts';

/** What came of reading the source another time, in words. */
export function steadiness(
  tried: Steadiness,
  kind: ListKind,
  { point, remarks }: ConsoleWords,
): TemplateResult {
  const { again, next } = tried;
  const words = point.tried;
  const isSame = 'same' in again && again.same === again.of;
  const isNextGood = next && 'posts' in next && next.isNew > 0;
  return html`<ul class="tried">
    <li class=${isSame ? 'good' : 'trouble'}>${'same' in again ? words.again(again.same, again.of) : html`${words.refused('')}<span lang="vi">${again.refusal}</span>`}</li>
    ${next ? html`<li class=${isNextGood ? 'good' : 'trouble'}>${'posts' in next ? words.next(next.posts, next.isNew) : html`${words.nextRefused('')}<span lang="vi">${next.refusal}</span>`}</li>` : nothing}
    ${doubtsOn(tried, kind).map((doubt) => html`<li class="trouble">${remarks.remark(doubt)}</li>`)}
  </ul>`;
}

/** Whether the source held on its other readings, and is the one that was meant. */
export function isSteady(tried: Steadiness, kind: ListKind): boolean {
  const { again, next } = tried;
  const isThere = !('same' in again) || again.same * 2 >= again.of;
  const goesOn = !next || !('isNew' in next) || next.isNew > 0;
  return isThere && goesOn && !doubtsOn(tried, kind).length;
}
