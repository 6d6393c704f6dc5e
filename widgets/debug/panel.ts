import { STYLES } from './panel.styles.ts';
import { type Language, panelSections, panelText } from './panel-sections.ts';
import { findingsOf, type Report } from './report.ts';

/** The panels by widget. */
const hosts = new WeakMap<Element, HTMLElement>();

function create<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.append(...children);
  return element;
}

/** A `<div>` with a shadow root, which the page's styles do not reach. */
function createHost(): HTMLElement {
  const host = create('div');
  host.dataset.tctPanel = '';
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  host.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet];
  return host;
}

/** Copies a text, also on pages over plain http, which have no `navigator.clipboard`. */
async function copy(text: string, button: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = create('textarea', text);
    button.after(field);
    field.select();
    const isCopied = document.execCommand('copy');
    field.remove();
    button.focus();
    return isCopied;
  }
}

function titleOf({ localName }: Element, count: number, language: Language): string {
  const summary = count
    ? ([`${count} điều cần sửa`, `${count} to fix`] as const)
    : (['không thấy gì sai', 'nothing seems wrong'] as const);
  return `${localName}: ${summary[language]}`;
}

/** Shows what is known of a widget in a panel behind it, in its language. */
export function showPanel(element: HTMLElement, report: Report): void {
  const language: Language = element.matches(':lang(en)') ? 1 : 0;
  const count = findingsOf(report).length;
  const title = titleOf(element, count, language);
  const sections = panelSections(element, report, language);
  const list = create(
    'dl',
    ...sections.flatMap((section) => [
      create('dt', section.title),
      create(
        'dd',
        create(section.isNumbered ? 'ol' : 'ul', ...section.lines.map((line) => create('li', line))),
      ),
    ]),
  );
  const button = create('button', (['Sao chép tất cả', 'Copy all'] as const)[language]);
  button.type = 'button';
  const status = create('span');
  status.setAttribute('role', 'status');
  button.onclick = async () => {
    const isCopied = await copy(panelText(title, sections), button);
    status.textContent = isCopied
      ? ([' Đã chép.', ' Copied.'] as const)[language]
      : ([' Không chép được.', ' Could not copy.'] as const)[language];
  };
  const host = hosts.get(element) ?? createHost();
  hosts.set(element, host);
  host.lang = (['vi', 'en'] as const)[language];
  const details = create('details', create('summary', title), list, button, status);
  details.open = count > 0 || !!host.shadowRoot!.querySelector('details')?.open;
  host.shadowRoot!.replaceChildren(details);
  // Within a `<div data-tct>` it would become the widget's content.
  const parent = element.parentElement;
  const anchor = parent?.matches('[data-tct]') ? parent : element;
  if (anchor.nextSibling !== host) anchor.after(host);
}
