import { snippet } from './snippet.ts';

const form = document.querySelector<HTMLFormElement>('#form')!;
const code = document.querySelector<HTMLTextAreaElement>('#code')!;
const preview = document.querySelector<HTMLElement>('#preview')!;

/** What the form says, as the attributes of the tag. */
function attributes(): Record<string, string> {
  const data = new FormData(form);
  const said: Record<string, string> = {
    lang: String(data.get('lang')),
    school: data.getAll('school').join(' '),
  };
  for (const [name, value] of data)
    if (name !== 'school' && name !== 'lang') said[name] = value === 'on' ? 'true' : String(value);
  return said;
}

function show(): void {
  const said = attributes();
  const element = document.createElement('tct-latest-news');
  for (const [name, value] of Object.entries(said))
    if (value !== '') element.setAttribute(name, value === 'true' ? '' : value);
  preview.replaceChildren(element);
  code.value = snippet(said);
  // The height of what is shown, reserved, keeps the partner's page from jumping.
  element.addEventListener('tct-load', async () => {
    await (element as HTMLElement & { updateComplete?: Promise<unknown> }).updateComplete;
    if (element.isConnected) code.value = snippet(said, element.offsetHeight);
  });
}

async function start(): Promise<void> {
  const { schools }: { schools: { id: string; name: string }[] } = await (
    await fetch('../hub/cluster.json')
  ).json();
  for (const { id, name } of schools) {
    const box = document.createElement('input');
    Object.assign(box, { type: 'checkbox', name: 'school', value: id });
    const label = document.createElement('label');
    label.append(box, name);
    form.querySelector('#schools')!.append(label);
  }
  form.addEventListener('input', show);
  show();
}

document.querySelector('#copy')!.addEventListener('click', async () => {
  // Plain-http pages have no clipboard: the text is chosen, to be copied by hand.
  code.select();
  await navigator.clipboard?.writeText(code.value).catch(() => {});
  document.querySelector('#copied')!.textContent = navigator.clipboard ? 'Đã chép.' : 'Nhấn Ctrl+C để chép.';
});

void start();
