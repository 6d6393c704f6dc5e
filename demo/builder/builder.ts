import { type Control, WIDGETS, type Widget } from './controls.ts';
import { snippet, type Wanted } from './snippet.ts';

const form = document.querySelector<HTMLFormElement>('#form')!;
const code = document.querySelector<HTMLTextAreaElement>('#code')!;
const preview = document.querySelector<HTMLElement>('#preview')!;
const tabs = document.querySelector<HTMLElement>('#widgets')!;

interface School {
  id: string;
  name: string;
}
let schools: (School & Record<string, unknown>)[] = [];
let widget: Widget = WIDGETS[0]!;

/** Of the code, not of the tag. */
const CODE: Control[] = [
  { name: 'hub', label: 'Địa chỉ trạm thu tin', kind: 'url', usual: new URL('hub/', document.baseURI).href },
  { name: 'div', label: 'Trình soạn thảo xoá thẻ lạ: dùng div', kind: 'flag' },
];

function wanted(): Wanted {
  const data = new FormData(form);
  const get = (name: string) => String(data.get(name) ?? '');
  const attributes: Record<string, string> = { lang: get('lang') };
  const chosen = data.getAll('school').join(' ');
  if (chosen) attributes.school = chosen;
  for (const { name, usual, off } of widget.controls) {
    const value = get(name);
    if (off && data.has(`no ${name}`)) attributes[name] = '';
    else if (value !== '' && value !== usual) attributes[name] = value;
  }
  return { hub: get('hub') || 'https://…/', widget: widget.name, attributes, div: data.has('div') };
}

function show(): void {
  const said = wanted();
  const element = document.createElement(`tct-${said.widget}`);
  for (const [name, value] of Object.entries(said.attributes))
    element.setAttribute(name, value === 'true' ? '' : value);
  // The code needs its height also where a telephone shows it far below.
  element.setAttribute('loading', 'eager');
  preview.replaceChildren(element);
  code.value = snippet(said);
  // The height of what is shown, reserved, keeps the partner's page from jumping.
  element.addEventListener('tct-load', async () => {
    await (element as HTMLElement & { updateComplete?: Promise<unknown> }).updateComplete;
    if (element.isConnected) code.value = snippet(said, element.offsetHeight);
  });
}

/** A control, under its words and the name of the attribute. */
function field({
  name,
  label,
  kind,
  usual = '',
  options = [],
  placeholder = '',
  value = 'true',
}: Control): HTMLElement {
  const row = document.createElement('label');
  const words = document.createElement('span');
  words.textContent = label;
  if (kind === 'choice') {
    const select = document.createElement('select');
    select.name = name;
    select.append(...options.map(([value, words]) => new Option(words, value)));
    row.append(words, select);
    return row;
  }
  const input = document.createElement('input');
  if (kind === 'flag') {
    Object.assign(input, { type: 'checkbox', name, value });
    row.className = 'check';
    row.append(input, words);
  } else {
    Object.assign(input, { type: kind, name, value: usual, placeholder });
    if (kind === 'number') input.min = '0';
    if (name === 'src' || name === 'hub') row.className = 'wide';
    row.append(words, input);
  }
  return row;
}

function schoolFields({ list }: Widget): HTMLElement[] {
  const offered = list ? schools.filter((school) => school[list]) : [];
  if (!offered.length) return [];
  const set = document.createElement('fieldset');
  const legend = document.createElement('legend');
  legend.textContent = 'Chỉ các trường (không chọn: mọi trường)';
  set.append(legend);
  for (const { id, name } of offered)
    set.append(field({ name: 'school', label: name, kind: 'flag', value: id }));
  return [set];
}

/** The widget that the page's address names. */
function choose(): void {
  widget = WIDGETS.find(({ name }) => location.hash === `#${name}`) ?? WIDGETS[0]!;
  for (const link of tabs.querySelectorAll('a'))
    link.toggleAttribute('aria-current', link.hash === `#${widget.name}`);
  const offs = widget.controls.flatMap(({ name, off }): Control[] =>
    off ? [{ name: `no ${name}`, label: off, kind: 'flag' }] : [],
  );
  const [flags, others] = [true, false].map((flag) =>
    [...widget.controls, ...offs, ...CODE].filter(({ kind }) => (kind === 'flag') === flag),
  ) as [Control[], Control[]];
  const ticks = document.createElement('fieldset');
  ticks.append(...flags.map(field));
  form.replaceChildren(...schoolFields(widget), ...others.map(field), ticks);
  show();
}

async function start(): Promise<void> {
  ({ schools } = await (await fetch('./hub/cluster.json')).json());
  tabs.append(
    ...WIDGETS.map(({ name, title }) =>
      Object.assign(document.createElement('a'), { href: `#${name}`, textContent: title }),
    ),
  );
  form.addEventListener('input', show);
  form.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('hashchange', choose);
  choose();
}

document.querySelector('#copy')!.addEventListener('click', async () => {
  // Plain-http pages have no clipboard: the text is chosen, to be copied by hand.
  code.select();
  const copied = await navigator.clipboard?.writeText(code.value).then(
    () => true,
    () => false,
  );
  document.querySelector('#copied')!.textContent = copied ? 'Đã chép.' : 'Nhấn Ctrl+C để chép.';
});

void start();
