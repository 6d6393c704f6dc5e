/** The reference, drawn from what the build reads out of the elements' own documentation comments. */

interface Entry {
  name: string;
  description?: string;
  type?: { text: string };
}
interface Declaration {
  tagName?: string;
  description?: string;
  attributes?: Entry[];
  events?: Entry[];
  cssParts?: Entry[];
  cssProperties?: Entry[];
}
interface Manifest {
  modules: { declarations?: Declaration[] }[];
}

const SECTIONS: [keyof Declaration, heading: string][] = [
  ['attributes', 'Thuộc tính'],
  ['events', 'Sự kiện'],
  ['cssParts', 'Phần để tô bằng ::part()'],
  ['cssProperties', 'Biến CSS'],
];

const made = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, ...inside: (Node | string)[]) => {
  const element = document.createElement(tag);
  element.append(...inside);
  return element;
};

function table(entries: readonly Entry[], heading: string): Node[] {
  const rows = entries.map(({ name, description = '', type }) => {
    const choices = type?.text.includes("'") ? ` (${type.text.replaceAll("'", '')})` : '';
    return made('div', made('dt', made('code', name)), made('dd', description + choices));
  });
  return [made('h3', heading), made('dl', ...rows)];
}

async function start(): Promise<void> {
  const address = new URL('../../dist/npm/custom-elements.json', import.meta.url);
  const { modules }: Manifest = await (await fetch(address)).json();
  const elements = modules.flatMap(({ declarations = [] }) => declarations.filter(({ tagName }) => tagName));
  const main = document.querySelector('main')!;
  for (const element of elements.sort((a, b) => (a.tagName! < b.tagName! ? -1 : 1))) {
    const section = made('section', made('h2', `<${element.tagName}>`), made('p', element.description ?? ''));
    section.id = element.tagName!;
    for (const [key, heading] of SECTIONS) {
      // An attribute whose property has no words of its own is listed twice.
      const entries = (element[key] as Entry[] | undefined)?.filter(
        ({ name, description }) => name && description,
      );
      if (entries?.length) section.append(...table(entries, heading));
    }
    main.append(section);
    const link = made('a', `<${element.tagName}>`);
    link.href = `#${element.tagName}`;
    document.querySelector('#contents')!.append(link);
  }
}

void start();
