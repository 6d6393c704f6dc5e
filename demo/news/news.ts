import '../../widgets/latest-news/define.ts';
import type { Listed } from '../listed.ts';
import { snippet } from './snippet.ts';

const form = document.querySelector<HTMLFormElement>('#form')!;
const code = document.querySelector<HTMLTextAreaElement>('#code')!;
const preview = document.querySelector<HTMLElement>('#preview')!;

/** What the form says, as the attributes of the tag. */
function attributes(): Record<string, string> {
  const data = new FormData(form);
  const src = data.getAll('src').map((path) => new URL(String(path), location.href).href);
  const said: Record<string, string> = { lang: String(data.get('lang')), src: src.join(' ') };
  for (const [name, value] of data) {
    if (name !== 'src' && name !== 'lang') said[name] = value === 'on' ? 'true' : String(value);
  }
  return said;
}

function show(): void {
  const said = attributes();
  const element = document.createElement('tct-latest-news');
  for (const [name, value] of Object.entries(said))
    if (value !== '') element.setAttribute(name, value === 'true' ? '' : value);
  preview.replaceChildren(element);
  code.value = snippet(said);
}

async function start(): Promise<void> {
  const list: Listed[] = await (await fetch('../sites/index.json')).json();
  const chosen = ['WordPress', 'Liferay', 'Joomla'];
  const offered = list.filter(({ title }) => /^(?:RSS|Tin tức|Atom)$/.test(title));
  for (const { school, cms, title, here } of offered) {
    const box = document.createElement('input');
    Object.assign(box, {
      type: 'checkbox',
      name: 'src',
      value: `.${here}`,
      checked:
        chosen.some((name) => cms.startsWith(name)) && !(cms.startsWith('WordPress') && title === 'Atom'),
    });
    const label = document.createElement('label');
    label.append(box, `${school}: ${title}`);
    form.querySelector('#sources')!.append(label);
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
