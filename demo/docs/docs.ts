/** The reference, drawn from what the build reads out of the elements' own documentation comments. */
import { WIDGETS } from '../builder/controls.ts';

interface Entry {
  name: string;
  description?: string;
  type?: { text: string };
  /** Of members only. */
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
  ['cssParts', 'Phần để tô bằng ::part()'],
  ['cssProperties', 'Biến CSS'],
];

const made = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, ...inside: (Node | string)[]) => {
  const element = document.createElement(tag);
  element.append(...inside);
  return element;
};

/** Words with what stands between backticks as code. */
const prose = (words: string): (Node | string)[] =>
  words.split('`').map((part, at) => (at % 2 ? made('code', part) : part));

/** What the builder calls an attribute. */
function wordsFor(tag: string, attribute: string): string {
  const widget = WIDGETS.find(({ name }) => tag === `tct-${name}`);
  if (attribute === 'school') return 'Chỉ các trường';
  return widget?.controls.find(({ name }) => name === attribute)?.label ?? '';
}

function table(tag: string, entries: readonly Entry[], heading: string): Node[] {
  const rows = entries.map(({ name, description = '', type, kind }) => {
    const choices = type?.text.includes("'") ? ` (${type.text.replaceAll("'", '')})` : '';
    const vietnamese = made('span', kind ? '' : wordsFor(tag, name));
    vietnamese.lang = 'vi';
    const sign = made('code', name + (kind === 'method' ? '()' : ''));
    return made('div', made('dt', sign, vietnamese), made('dd', ...prose(description + choices)));
  });
  return [made('h3', heading), made('dl', ...rows)];
}

async function start(): Promise<void> {
  const address = new URL('../../dist/npm/custom-elements.json', import.meta.url);
  const { modules }: Manifest = await (await fetch(address)).json();
  const elements = modules.flatMap(({ declarations = [] }) => declarations.filter(({ tagName }) => tagName));
  const main = document.querySelector('main')!;
  for (const element of elements.sort((a, b) => (a.tagName! < b.tagName! ? -1 : 1))) {
    const section = made(
      'section',
      made('h2', `<${element.tagName}>`),
      made('p', ...prose(element.description ?? '')),
    );
    section.id = element.tagName!;
    for (const [key, heading] of SECTIONS) {
      // An attribute whose property has no words of its own is listed twice.
      const entries = (element[key] as Entry[] | undefined)?.filter(
        ({ name, description, privacy = 'public' }) => name && description && privacy === 'public',
      );
      if (entries?.length) section.append(...table(element.tagName!, entries, heading));
    }
    main.append(section);
    const link = made('a', `<${element.tagName}>`);
    link.href = `#${element.tagName}`;
    document.querySelector('#contents')!.append(link);
  }
}

void start();
