import { readFileSync } from 'node:fs';
import { ELEMENT_PAGES, TYPES_PAGE } from '../../demo/docs/pages.ts';
import { WORDS } from '../../demo/docs/words.ts';
import { inLanguage, type Language } from '../../demo/language.ts';
import {
  describedElements,
  type ElementDescription,
  type EntryKind,
  type ManifestEntry,
} from '../../demo/manifest.ts';
import { attributeWords } from '../../demo/nhung/words/attributes.ts';
import type { Content, Section } from './content.ts';
import { elementText, entryText, fieldText, typeText } from './describe.ts';
import { codeBlock, codeHtml, escapeHtml, plainText, textWithCode } from './html.ts';
import { type Field, type Interface, reachable, readInterfaces, resolveFields } from './interfaces.ts';

const MANIFEST = 'dist/npm/custom-elements.json';
const KINDS: EntryKind[] = [
  'attributes',
  'slots',
  'events',
  'members',
  'cssStates',
  'cssParts',
  'cssProperties',
];
/** What an id begins with. */
const PREFIXES: Record<EntryKind, string> = {
  attributes: 'attr',
  slots: 'slot',
  events: 'event',
  members: 'member',
  cssStates: 'state',
  cssParts: 'part',
  cssProperties: 'var',
};
/** What the live example shows, so that it fits into a page of text. */
const EXAMPLE_ATTRIBUTES: Record<string, string> = {
  'tct-latest-news': 'layout="headlines" limit="5"',
  'tct-document-list': 'limit="5"',
  'tct-weather': 'layout="full"',
  'tct-gallery': 'limit="6"',
};

export const readElements = (): ElementDescription[] =>
  describedElements(JSON.parse(readFileSync(MANIFEST, 'utf8')));

/** The type of an event's `detail`, without its `CustomEvent<…>`. */
export const detailType = ({ type }: ManifestEntry): string =>
  /^CustomEvent<(.*)>$/.exec(type?.text ?? '')?.[1] ?? '';

/** The interfaces that pages meet: in events, properties and their fields. */
export function publicInterfaces(elements: readonly ElementDescription[]): Interface[] {
  const types = elements.flatMap(({ events, members }) =>
    [...events, ...members].map(({ type }) => type?.text ?? ''),
  );
  return reachable(types, readInterfaces());
}

/** A type with links to the interfaces that have an anchor. */
const typeHtml = (type: string, interfaces: readonly Interface[]): string =>
  `<code translate="no">${escapeHtml(type).replace(/\b[A-Z]\w*/g, (name) =>
    interfaces.some((each) => each.name === name) ? `<a href="${TYPES_PAGE}.html#${name}">${name}</a>` : name,
  )}</code>`;

const fieldRow = (field: Field, text: string, interfaces: readonly Interface[]): string =>
  `<li><code translate="no">${field.name}${field.isOptional ? '?' : ''}</code> ${typeHtml(field.type, interfaces)}${text ? ` – ${textWithCode(text)}` : ''}</li>`;

/** The fields of an event's `detail`. */
function detailHtml(entry: ManifestEntry, interfaces: readonly Interface[], language: Language): string {
  const fields = resolveFields(detailType(entry), new Map(interfaces.map((each) => [each.name, each])));
  const rows = fields.map((field) =>
    fieldRow(field, fieldText(field.declaredBy, field, language), interfaces),
  );
  return `<p>${textWithCode(WORDS[language].detail)}:</p><ul class="fields">${rows.join('')}</ul>`;
}

/** How an entry is written: `::part(title)`. */
function entryTitle(kind: EntryKind, { name, kind: memberKind }: ManifestEntry): string {
  if (kind === 'cssParts') return `::part(${name})`;
  if (kind === 'cssStates') return `state="${name}"`;
  return memberKind === 'method' ? `${name}()` : name;
}

/** Type, values and default of an entry. */
function factsHtml(
  kind: EntryKind,
  entry: ManifestEntry,
  interfaces: readonly Interface[],
  language: Language,
): string {
  const words = WORDS[language];
  const type = entry.type?.text ?? '';
  const code = (text: string) => `<code translate="no">${codeHtml(text)}</code>`;
  const values = [...type.matchAll(/'([\w-]*)'/g)].map(([, value]) =>
    value ? code(value) : words.emptyValue,
  );
  // A list of names is a string of which the manifest knows the words.
  const several = type.startsWith('string |');
  const facts: string[] = [];
  if (kind === 'attributes') {
    if (values.length)
      facts.push(`${several ? words.severalValues : words.values}: ${values.join(several ? ' ' : ', ')}`);
    else facts.push(type === 'boolean' ? words.flag : `${words.type}: ${code(type)}`);
    if (entry.fieldName && entry.fieldName !== entry.name)
      facts.push(`${words.property}: ${code(entry.fieldName)}`);
  }
  if (kind === 'members')
    facts.push(
      entry.kind === 'method'
        ? `${words.returns}: ${typeHtml(entry.return?.type.text ?? 'void', interfaces)}`
        : `${words.type}: ${typeHtml(type, interfaces)}`,
    );
  if (kind === 'events') facts.push(`${words.type}: ${typeHtml(type, interfaces)}`);
  if (entry.default) facts.push(`${words.defaultValue}: ${code(entry.default)}`);
  return facts.length ? `<span class="facts">${facts.join(' · ')}</span>` : '';
}

const idOf = (kind: EntryKind, name: string) => `${PREFIXES[kind]}-${name.replace(/^-+/, '') || 'default'}`;

/** What the builder calls an attribute. */
function builderLabel(tag: string, attribute: string, language: Language): string | undefined {
  const words = attributeWords(tag.replace('tct-', ''), attribute);
  return words && inLanguage(words.label, language);
}

function kindSection(
  element: ElementDescription,
  kind: EntryKind,
  interfaces: readonly Interface[],
  language: Language,
): Section {
  const words = WORDS[language];
  const entries = element[kind].map((entry) => {
    const title = entryTitle(kind, entry);
    const text = textWithCode(entryText(element.tagName, kind, entry, language));
    const detail = kind === 'events' ? detailHtml(entry, interfaces, language) : '';
    const id = idOf(kind, entry.name);
    const term = title ? `<code translate="no">${escapeHtml(title)}</code>` : words.defaultSlot;
    return {
      id,
      title: title || words.defaultSlot,
      label: kind === 'attributes' ? builderLabel(element.tagName, entry.name, language) : undefined,
      text: plainText(text + detail),
      html: `<div id="${id}"><dt><a href="#${id}">${term}</a>${factsHtml(kind, entry, interfaces, language)}</dt><dd><p>${text}</p>${detail}</dd></div>`,
    };
  });
  const note = kind === 'cssStates' ? `<p>${textWithCode(words.stateSelector)}</p>` : '';
  return {
    id: PREFIXES[kind],
    title: words.kinds[kind],
    level: 2,
    html: `${note}<dl class="entries">${entries.map(({ html }) => html).join('\n')}</dl>`,
    entries: entries.map(({ html: _, ...entry }) => entry),
  };
}

/** The page of an element. */
export function elementPage(tag: string, language: Language): Content {
  const elements = readElements();
  const element = elements.find(({ tagName }) => tagName === tag)!;
  const interfaces = publicInterfaces(elements);
  const example = `<${tag} lang="${language}" ${EXAMPLE_ATTRIBUTES[tag]}></${tag}>`;
  const code = `<script async src="https://tin.truong.example/tct.js"></script>\n${example}`;
  return {
    title: escapeHtml(`<${tag}>`),
    lead: textWithCode(elementText(element, language)),
    intro: '',
    isLive: true,
    sections: [
      {
        id: 'example',
        title: WORDS[language].example,
        level: 2,
        html: `<div class="live">${example}<noscript>${WORDS[language].needsScript}</noscript></div>${codeBlock(code)}`,
      },
      ...KINDS.filter((kind) => element[kind].length).map((kind) =>
        kindSection(element, kind, interfaces, language),
      ),
    ],
  };
}

/** The page of the types that the elements' pages mention. */
export function typesPage(language: Language): Content {
  const interfaces = publicInterfaces(readElements());
  const words = WORDS[language];
  return {
    title: language === 'vi' ? 'Kiểu dữ liệu' : 'Types',
    lead: words.typesLead,
    intro: '',
    sections: interfaces.map((each) => ({
      id: each.name,
      title: `<code translate="no">${escapeHtml(each.name + (each.parameters.length ? `<${each.parameters.join(', ')}>` : ''))}</code>`,
      level: 2,
      html: `<p>${textWithCode(typeText(each, language))}</p>${each.base ? `<p>${words.inherits} ${typeHtml(each.base, interfaces)}.</p>` : ''}<ul class="fields">${each.fields.map((field) => fieldRow(field, fieldText(each.name, field, language), interfaces)).join('')}</ul>`,
    })),
  };
}

export const isElementPage = (name: string): boolean => ELEMENT_PAGES.includes(name);
