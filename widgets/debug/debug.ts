/**
 * What is wrong with the widgets of a page, and how to mend it: on the console, and in a panel behind each widget where
 * that is asked for. A file of its own, which is loaded when something is amiss.
 */

import type { ErrorDetail, LoadDetail } from '../data/events.ts';
import { pageSettings } from '../globals.ts';
import { TAGS } from '../tags.ts';
import { checkAttributes } from './check-attributes.ts';
import { checkTag } from './check-tag.ts';
import { explainCode } from './explain-code.ts';
import { explainSource } from './explain-source.ts';
import { both, type Finding, join } from './finding.ts';
import { showLoadFailure } from './load-failure.ts';
import { showPanel } from './panel.ts';
import { findingsOf, outcomeOf, type Report, reportOf, sourceOf } from './report.ts';
import { schoolsNotIn } from './schools.ts';
import { releaseSwallowed } from './swallowed.ts';
import { warn } from './warn.ts';

/** The code of a widget did not come. */
interface LoadFailure {
  /** Undefined if there was no answer. */
  error: unknown;
  /** Tries again. */
  retry: () => void;
}

const CODE = 'code';

/** Whether the page asks for panels: at this tag, at the script's tag, or in its address. */
const isDebugging = (element: HTMLElement): boolean =>
  element.hasAttribute('debug') ||
  element.hasAttribute('data-debug') ||
  !!pageSettings().debug ||
  new URLSearchParams(location.search).has('tct-debug');

function show(element: HTMLElement, report: Report): void {
  for (const finding of findingsOf(report)) warn(element, finding);
  if (isDebugging(element)) showPanel(element, report);
}

/** Places that the tag names and the source does not have. */
function placesNotIn(element: HTMLElement): Finding[] {
  const places = sourceOf(element)?.places?.map(({ id }) => id) ?? [];
  const named = element.getAttribute('places')?.match(/[^\s,]+/g) ?? [];
  return places.length
    ? named
        .filter((id) => !places.includes(id))
        .map((id) => ({
          problem: [
            `Nguồn không có nơi nào mang mã “${id}”.`,
            `The source has no place with the id “${id}”.`,
          ],
          remedy: [`Các mã: ${places.join(', ')}.`, `The ids are: ${places.join(', ')}.`],
        }))
    : [];
}

async function examineWidget(
  element: HTMLElement,
  event: LoadDetail | ErrorDetail | LoadFailure | undefined,
  values: string,
): Promise<void> {
  const report = reportOf(element);
  const mistakes = checkAttributes(element, values);
  if (event && 'retry' in event) {
    // The wait for an answer ends even if the code has failed before.
    if (event.error || !report.sources.has(CODE)) report.sources.set(CODE, explainCode(event.error));
  } else if (event) {
    report.sources.delete(CODE);
    const { url } = event;
    const source = sourceOf(element);
    report.answers.set(url, { url, outcome: outcomeOf(element, event) });
    if ('error' in event) {
      const { problem, remedy } = await explainSource(url, event.error);
      report.sources.set(url, { problem: url ? join(both(`${url}:`), problem) : problem, remedy });
    } else if (!source?.answers.some((answer) => answer.failed && answer.url === url))
      report.sources.delete(url);
    mistakes.push(
      ...schoolsNotIn(element.getAttribute('school'), Object.keys(source?.schools ?? {})),
      ...placesNotIn(element),
    );
  }
  report.tag = mistakes;
  show(element, report);
}

/** Resolves when the page has loaded, and with it the scripts that may define elements of its own. */
const loaded = (): Promise<unknown> =>
  document.readyState === 'complete'
    ? Promise.resolve()
    : new Promise((resolve) => addEventListener('load', resolve, { once: true }));

/** A tag that no script has defined by then, or a `data-tct` that is none. */
async function examineUnknown(element: HTMLElement): Promise<void> {
  await loaded();
  const finding = checkTag(element);
  if (!finding || customElements.get(element.localName)) return;
  const report = reportOf(element);
  report.tag = [finding];
  show(element, report);
}

/**
 * Says what is wrong with a widget or with what should have been one.
 *
 * @param element a widget, a `<div data-tct>`, an unknown `tct-…` tag, or an element inside a widget that belongs behind it
 * @param event what the widget has received, or why it has not
 * @param values the patterns of its `define.ts`
 */
export function examine(
  element: HTMLElement,
  event?: LoadDetail | ErrorDetail | LoadFailure,
  values = '',
): void {
  if (event && 'retry' in event) showLoadFailure(element, event.retry);
  void releaseSwallowed(element).then((released) => {
    if (!released) return;
    const report = reportOf(released.widget);
    report.sources.set('tag', released.finding);
    show(released.widget, report);
  });
  const widget = element.hasAttribute('data-tct')
    ? (element.querySelector<HTMLElement>(`:scope > :is(${TAGS})`) ?? element)
    : element;
  if (TAGS.includes(widget.localName)) void examineWidget(widget, event, values);
  else if (widget.localName.startsWith('tct-') || widget.hasAttribute('data-tct'))
    void examineUnknown(widget);
}
