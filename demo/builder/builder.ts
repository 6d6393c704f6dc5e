import { type Control, WIDGETS, type Widget } from './controls.ts';
import { snippet } from './snippet.ts';

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

/** What the form says, as the attributes of the tag; a bare attribute is `true`. */
function attributes(): Record<string, string> {
  const data = new FormData(form);
  const said: Record<string, string> = { lang: String(data.get('lang')) };
  const chosen = data.getAll('school').join(' ');
  if (chosen) said.school = chosen;
  for (const { name, usual } of widget.controls) {
    const value = String(data.get(name) ?? '');
    if (value !== '' && value !== usual) said[name] = value;
  }
  return said;
}

function show(): void {
  const said = attributes();
  const tag = `tct-${widget.name}`;
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(said)) element.setAttribute(name, value === 'true' ? '' : value);
  preview.replaceChildren(element);
  code.value = snippet(tag, said);
  // The height of what is shown, reserved, keeps the partner's page from jumping.
  element.addEventListener('tct-load', async () => {
    await (element as HTMLElement & { updateComplete?: Promise<unknown> }).updateComplete;
    if (element.isConnected) code.value = snippet(tag, said, element.offsetHeight);
  });
}

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
  if (kind === 'choice') {
    const select = document.createElement('select');
    select.name = name;
    select.append(...options.map(([value, words]) => new Option(words, value)));
    row.append(label, select);
    return row;
  }
  const input = document.createElement('input');
  if (kind === 'flag') {
    Object.assign(input, { type: 'checkbox', name, value });
    row.className = 'check';
    row.append(input, label);
  } else {
    Object.assign(input, { type: kind, name, value: usual, placeholder });
    if (kind === 'number') input.min = '0';
    if (name === 'src') row.className = 'wide';
    row.append(label, input);
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
  form.replaceChildren(...schoolFields(widget), ...widget.controls.map(field));
  show();
}

async function start(): Promise<void> {
  ({ schools } = await (await fetch('../hub/cluster.json')).json());
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
  await navigator.clipboard?.writeText(code.value).catch(() => {});
  document.querySelector('#copied')!.textContent = navigator.clipboard ? 'Đã chép.' : 'Nhấn Ctrl+C để chép.';
});

void start();
