/** The reference of the elements, rendered from `custom-elements.json`, which the build generates from their JSDoc. */
import { describedElements, type EntryKind, type ManifestEntry } from '../manifest.ts';
import { WIDGETS } from '../nhung/controls.ts';

const SECTIONS: [EntryKind, heading: string][] = [
  ['attributes', 'Thuộc tính'],
  ['members', 'Cho script của trang'],
  ['events', 'Sự kiện'],
  ['cssParts', 'Phần chỉnh được bằng ::part()'],
  ['cssProperties', 'Biến CSS'],
];

const createElement = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, ...children: (Node | string)[]) => {
  const element = document.createElement(tag);
  element.append(...children);
  return element;
};

/** Splits text at its backticks and makes every second part a `code` element. */
const withCode = (text: string): (Node | string)[] =>
  text.split('`').map((part, index) => (index % 2 ? createElement('code', part) : part));

/** The builder's Vietnamese label of an attribute; empty if it has none. */
function labelFor(tag: string, attribute: string): string {
  const widget = WIDGETS.find(({ name }) => tag === `tct-${name}`);
  if (attribute === 'school') return 'Chỉ các trường';
  return widget?.controls.find(({ name }) => name === attribute)?.label ?? '';
}

function renderSection(tag: string, entries: readonly ManifestEntry[], heading: string): Node[] {
  const rows = entries.map(({ name, description = '', type, kind }) => {
    const choices = type?.text.includes("'") ? ` (${type.text.replaceAll("'", '')})` : '';
    const label = createElement('span', kind ? '' : labelFor(tag, name));
    label.lang = 'vi';
    const code = createElement('code', name + (kind === 'method' ? '()' : ''));
    return createElement(
      'div',
      createElement('dt', code, label),
      createElement('dd', ...withCode(description + choices)),
    );
  });
  return [createElement('h3', heading), createElement('dl', ...rows)];
}

async function start(): Promise<void> {
  const url = new URL('../../dist/npm/custom-elements.json', import.meta.url);
  const manifest = await (await fetch(url)).json();
  const main = document.querySelector('main')!;
  for (const element of describedElements(manifest)) {
    const section = createElement(
      'section',
      createElement('h2', `<${element.tagName}>`),
      createElement('p', ...withCode(element.description)),
    );
    section.id = element.tagName;
    for (const [key, heading] of SECTIONS) {
      const entries = element[key];
      if (entries.length) section.append(...renderSection(element.tagName, entries, heading));
    }
    main.append(section);
    const link = createElement('a', `<${element.tagName}>`);
    link.href = `#${element.tagName}`;
    document.querySelector('#contents')!.append(link);
  }
}

void start();
