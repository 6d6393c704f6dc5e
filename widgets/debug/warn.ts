import type { Finding } from './finding.ts';

const said = new Set<string>();

/** Writes a finding to the console, in Vietnamese and English, once on a page. */
export function warn(element: HTMLElement, { problem, remedy }: Finding): void {
  const [vi, en] = ([0, 1] as const).map(
    (language) => `${element.localName}: ${problem[language]} ${remedy[language]}`,
  );
  if (said.has(vi!)) return;
  said.add(vi!);
  console.warn(`${vi}\n${en}`, element);
}
