/** The reference of the elements, rendered from `custom-elements.json`, which the build generates from their JSDoc. */
import { WIDGETS } from '../builder/controls.ts';

/** The parts of the custom elements manifest that the page shows. */
interface Entry {
  name: string;
  description?: string;
  type?: { text: string };
  /** Members only. */
  kind?: string;
  privacy?: string;
}
interface Declaration {
  tagName?: string;
  description?: string;
  attributes?: Entry[];
  events?: Entry[];
  cssParts?: Entry[];
  cssProperties?: Entry[];
  members?: Entry[];
}
interface Manifest {
  modules: { declarations?: Declaration[] }[];
}

const SECTIONS: [keyof Declaration, heading: string][] = [
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

function renderSection(tag: string, entries: readonly Entry[], heading: string): Node[] {
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
  const { modules }: Manifest = await (await fetch(url)).json();
  const elements = modules.flatMap(({ declarations = [] }) => declarations.filter(({ tagName }) => tagName));
  const main = document.querySelector('main')!;
  for (const element of elements.sort((a, b) => (a.tagName! < b.tagName! ? -1 : 1))) {
    const section = createElement(
      'section',
      createElement('h2', `<${element.tagName}>`),
      createElement('p', ...withCode(element.description ?? '')),
    );
    section.id = element.tagName!;
    for (const [key, heading] of SECTIONS) {
      // The manifest lists attributes twice; the copies made from properties have no description.
      const entries = (element[key] as Entry[] | undefined)?.filter(
        ({ name, description, privacy = 'public' }) => name && description && privacy === 'public',
      );
      if (entries?.length) section.append(...renderSection(element.tagName!, entries, heading));
    }
    main.append(section);
    const link = createElement('a', `<${element.tagName}>`);
    link.href = `#${element.tagName}`;
    document.querySelector('#contents')!.append(link);
  }
}

void start();
