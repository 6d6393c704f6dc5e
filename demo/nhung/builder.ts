/** The embed builder: a form per widget, the code to paste, and a live preview. */
import { type Control, WIDGETS, type Widget } from './controls.ts';
import { type SnippetOptions, snippet } from './snippet.ts';

const form = document.querySelector<HTMLFormElement>('#form')!;
const code = document.querySelector<HTMLTextAreaElement>('#code')!;
const preview = document.querySelector<HTMLElement>('#preview')!;
const tabs = document.querySelector<HTMLElement>('#widgets')!;

interface SchoolOption {
  id: string;
  name: string;
}
/** The hub's folder. */
const HUB = new URL(document.querySelector<HTMLMetaElement>('meta[name=tct-hub]')!.content, document.baseURI);

let schools: (SchoolOption & Record<string, unknown>)[] = [];
let widget: Widget = WIDGETS[0]!;

/** Options of the snippet, not attributes of the widget. */
const SNIPPET_CONTROLS: Control[] = [
  {
    name: 'hub',
    label: 'Địa chỉ trạm thu tin',
    kind: 'url',
    defaultValue: HUB.href,
  },
  { name: 'div', label: 'Trình soạn thảo xóa thẻ lạ: dùng div', kind: 'flag' },
];

function readForm(): SnippetOptions {
  const data = new FormData(form);
  const get = (name: string) => String(data.get(name) ?? '');
  const attributes: Record<string, string> = { lang: get('lang') };
  const schoolIds = data.getAll('school').join(' ');
  if (schoolIds) attributes.school = schoolIds;
  for (const { name, defaultValue, emptyLabel } of widget.controls) {
    const value = get(name);
    if (emptyLabel && data.has(`no ${name}`)) attributes[name] = '';
    else if (value !== '' && value !== defaultValue) attributes[name] = value;
  }
  return { hub: get('hub') || 'https://…/', widget: widget.name, attributes, div: data.has('div') };
}

function updatePreview(): void {
  const options = readForm();
  const element = document.createElement(`tct-${options.widget}`);
  for (const [name, value] of Object.entries(options.attributes))
    element.setAttribute(name, value === 'true' ? '' : value);
  // The snippet needs the height, even if the preview is below the fold, as on phones.
  element.setAttribute('loading', 'eager');
  preview.replaceChildren(element);
  code.value = snippet(options);
  // Reserving the height of the loaded widget keeps the partner's page from shifting.
  element.addEventListener('tct-load', async () => {
    await (element as HTMLElement & { updateComplete?: Promise<unknown> }).updateComplete;
    if (element.isConnected) code.value = snippet(options, element.offsetHeight);
  });
}

function renderControl({
  name,
  label,
  kind,
  defaultValue = '',
  options = [],
  placeholder = '',
  checkedValue = 'true',
}: Control): HTMLElement {
  const row = document.createElement('label');
  const text = document.createElement('span');
  text.textContent = label;
  if (kind === 'choice') {
    const select = document.createElement('select');
    select.name = name;
    select.append(...options.map(([value, optionLabel]) => new Option(optionLabel, value)));
    row.append(text, select);
    return row;
  }
  const input = document.createElement('input');
  if (kind === 'flag') {
    Object.assign(input, { type: 'checkbox', name, value: checkedValue });
    row.className = 'check';
    row.append(input, text);
  } else {
    Object.assign(input, { type: kind, name, value: defaultValue, placeholder });
    if (kind === 'number') input.min = '0';
    if (name === 'src' || name === 'hub') row.className = 'wide';
    row.append(text, input);
  }
  return row;
}

function renderSchools({ list }: Widget): HTMLElement[] {
  const offered = list ? schools.filter((school) => school[list]) : [];
  if (!offered.length) return [];
  const fieldset = document.createElement('fieldset');
  const legend = document.createElement('legend');
  legend.textContent = 'Chỉ các trường (không chọn: mọi trường)';
  fieldset.append(legend);
  for (const { id, name } of offered)
    fieldset.append(renderControl({ name: 'school', label: name, kind: 'flag', checkedValue: id }));
  return [fieldset];
}

/** Shows the form and preview of the widget named in the page's hash. */
function showWidget(): void {
  widget = WIDGETS.find(({ name }) => location.hash === `#${name}`) ?? WIDGETS[0]!;
  for (const link of tabs.querySelectorAll('a'))
    link.toggleAttribute('aria-current', link.hash === `#${widget.name}`);
  const emptyFlags = widget.controls.flatMap(({ name, emptyLabel }): Control[] =>
    emptyLabel ? [{ name: `no ${name}`, label: emptyLabel, kind: 'flag' }] : [],
  );
  const controls = [...widget.controls, ...emptyFlags, ...SNIPPET_CONTROLS];
  const checkboxes = document.createElement('fieldset');
  checkboxes.append(...controls.filter(({ kind }) => kind === 'flag').map(renderControl));
  const fields = controls.filter(({ kind }) => kind !== 'flag').map(renderControl);
  form.replaceChildren(...renderSchools(widget), ...fields, checkboxes);
  updatePreview();
}

async function start(): Promise<void> {
  ({ schools } = await (await fetch(new URL('cluster.json', HUB))).json());
  tabs.append(
    ...WIDGETS.map(({ name, title }) =>
      Object.assign(document.createElement('a'), { href: `#${name}`, textContent: title }),
    ),
  );
  form.addEventListener('input', updatePreview);
  form.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('hashchange', showWidget);
  showWidget();
}

document.querySelector('#copy')!.addEventListener('click', async () => {
  // Pages served over plain http have no clipboard API: select the text, to be copied by hand.
  code.select();
  const copied = await navigator.clipboard?.writeText(code.value).then(
    () => true,
    () => false,
  );
  document.querySelector('#copied')!.textContent = copied ? 'Đã chép.' : 'Nhấn Ctrl+C để chép.';
});

void start();
