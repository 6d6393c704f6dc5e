import { pageSettings } from '../globals.ts';
import type { Words } from './finding.ts';
import { findingsOf, type Report, sourceOf } from './report.ts';

/** Replaced by the build. */
declare const __VERSION__: string;

/** Index of a language in `Words`. */
export type Language = 0 | 1;

/** A list in the panel. */
export interface Section {
  title: string;
  lines: string[];
  /** Whether the lines are numbered: the remedies are in the order of what they mend. */
  isNumbered: boolean;
}

const TITLES = {
  asked: ['Đã hỏi', 'Asked'],
  received: ['Đã nhận', 'Received'],
  refused: ['Bị từ chối', 'Refused'],
  mend: ['Cách sửa', 'How to mend it'],
  versions: ['Phiên bản', 'Versions'],
} satisfies Record<string, Words>;

const SCHOOLS: Words = ['Mã trường trong nguồn', 'Ids of schools in the source'];
const NOTHING_YET: Words = ['Chưa có gì.', 'Nothing yet.'];
const NOTHING_WRONG: Words = ['Không có gì.', 'Nothing.'];

/** A widget's tag as it is written, without its content. */
function tagOf(element: Element): string {
  const attributes = element
    .getAttributeNames()
    // Written by the widget and the loader.
    .filter((name) => !/^(?:style|state)$/.test(name))
    .map((name) => {
      const value = element.getAttribute(name);
      return value ? ` ${name}="${value}"` : ` ${name}`;
    });
  return `<${element.localName}${attributes.join('')}>`;
}

function versions(): string {
  const { version, base } = pageSettings();
  const loader = version && version !== __VERSION__ ? `, tct.js ${version}` : '';
  return `tct-widgets ${__VERSION__}${loader}${base ? ` – ${base}` : ''}`;
}

/** What the panel of a widget says. */
export function panelSections(element: Element, report: Report, language: Language): Section[] {
  const findings = findingsOf(report);
  const parent = element.parentElement;
  const schools = Object.keys(sourceOf(element)?.schools ?? {});
  const answers = [...report.answers.values()];
  const received = answers.map(({ url, outcome }) => `${url ? `${url} – ` : ''}${outcome[language]}`);
  if (schools.length) received.push(`${SCHOOLS[language]}: ${schools.join(', ')}`);
  const lines: Record<keyof typeof TITLES, string[]> = {
    asked: [
      tagOf(parent?.matches('[data-tct]') ? parent : element),
      ...answers.flatMap(({ url }) => url || []),
    ],
    received: received.length ? received : [NOTHING_YET[language]],
    refused: findings.length ? findings.map(({ problem }) => problem[language]) : [NOTHING_WRONG[language]],
    mend: findings.map(({ remedy }) => remedy[language]),
    versions: [versions()],
  };
  return (Object.keys(TITLES) as (keyof typeof TITLES)[])
    .filter((key) => lines[key].length)
    .map((key) => ({
      title: TITLES[key][language],
      lines: lines[key],
      isNumbered: findings.length > 1 && /^(?:refused|mend)$/.test(key),
    }));
}

/** The panel as text. */
export const panelText = (title: string, sections: readonly Section[]): string =>
  [
    title,
    ...sections.flatMap((section) => [
      `${section.title}:`,
      ...section.lines.map((line, index) => `${section.isNumbered ? `${index + 1}.` : '-'} ${line}`),
    ]),
  ].join('\n');
