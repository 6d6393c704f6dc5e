import { answerHere, answerUrl } from './answers.ts';

/** The tags with their layouts, and the list of the hub that they show. */
const WIDGETS: Record<string, { title: string; file: string; layouts: string[] }> = {
  'latest-news': {
    title: 'Tin mới',
    file: 'news',
    layouts: ['list', 'cards', 'headlines', 'compact', 'timeline'],
  },
  'document-list': { title: 'Văn bản', file: 'documents', layouts: [''] },
  weather: { title: 'Thời tiết', file: 'weather', layouts: ['full', 'compact', 'now', 'strip'] },
  gallery: { title: 'Thư viện ảnh', file: 'gallery', layouts: ['grid', 'justified', 'carousel', 'albums'] },
};
const WIDTHS_PX = ['180', '320', '480', '768', '1280'];

interface State {
  title: string;
  src: (file: string, layout: string) => string;
  /** Whether the data is loaded a second time, in vain. */
  isLost?: boolean;
}

const hub = (file: string) => new URL(`../hub/${file}.json`, location.href).href;
const STATES: Record<string, State> = {
  ready: { title: 'Có dữ liệu', src: hub },
  long: { title: 'Chữ dài', src: () => answerUrl('long') },
  partial: { title: 'Thiếu một nguồn', src: (file) => `${hub(file)} ${answerUrl('error')}` },
  stale: { title: 'Bản lưu', src: (file, layout) => `${hub(file)}?then-lost=${layout}`, isLost: true },
  empty: { title: 'Chưa có gì', src: () => answerUrl('empty') },
  loading: { title: 'Đang tải', src: () => answerUrl('loading') },
  error: { title: 'Không tải được', src: () => answerUrl('error') },
};

/** What is shown in the first layout with data only, by the id of the cell. */
const OPTIONS: Record<string, { title: string; attributes: Record<string, string>; only?: string }> = {
  ...Object.fromEntries(
    ['newspaper', 'banner', 'card', 'soft', 'contrast', 'auto'].map((theme) => [
      `theme-${theme}`,
      { title: `theme="${theme}"`, attributes: { theme } },
    ]),
  ),
  tools: {
    title: 'search filters share merge-same',
    attributes: { search: '', filters: '', share: '', 'merge-same': '' },
    only: 'latest-news',
  },
  accent: { title: '--tct-accent: #ffd54f', attributes: { style: '--tct-accent: #ffd54f' } },
};

interface Widget extends HTMLElement {
  reload: () => Promise<void>;
}

const chosen = new URLSearchParams(location.search);
const choice = (name: string, values: readonly string[], normal: string) => {
  const value = chosen.get(name);
  return value !== null && values.includes(value) ? value : normal;
};
const current = {
  widget: choice('widget', Object.keys(WIDGETS), 'latest-news'),
  width: choice('width', WIDTHS_PX, '320'),
};

/** Links that change one of the choices. */
function links(id: string, name: keyof typeof current, titles: Record<string, string>): void {
  for (const [value, title] of Object.entries(titles)) {
    const link = document.createElement('a');
    link.href = `?${new URLSearchParams({ ...current, [name]: value })}`;
    link.textContent = title;
    if (value === current[name]) link.setAttribute('aria-current', 'page');
    document.getElementById(id)!.append(link);
  }
}

/** A box with a widget, below its title. */
function cell(id: string, title: string, attributes: Record<string, string>): [HTMLElement, Widget] {
  const figure = document.createElement('figure');
  const caption = document.createElement('figcaption');
  caption.textContent = title;
  const box = document.createElement('div');
  box.className = 'cell';
  box.id = id;
  box.style.width = `${current.width}px`;
  const widget = document.createElement(`tct-${current.widget}`) as Widget;
  for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
  widget.setAttribute('lang', 'vi');
  box.append(widget);
  figure.append(caption, box);
  return [figure, widget];
}

function stateCell(layout: string, id: string, { title, src, isLost }: State): HTMLElement {
  const [figure, widget] = cell(
    [layout, id].filter(Boolean).join('-'),
    [layout, title].filter(Boolean).join(' · '),
    { ...(layout && { layout }), src: src(WIDGETS[current.widget]!.file, layout) },
  );
  if (isLost)
    widget.addEventListener('tct-load', () => setTimeout(() => void widget.reload()), { once: true });
  return figure;
}

answerHere();
const { title, layouts } = WIDGETS[current.widget]!;
document.title = `${title}, ${current.width} px – tct-widgets`;
links(
  'widgets',
  'widget',
  Object.fromEntries(Object.entries(WIDGETS).map(([name, each]) => [name, each.title])),
);
links('widths', 'width', Object.fromEntries(WIDTHS_PX.map((width) => [width, `${width} px`])));
// The weather has no texts of schools.
const states = Object.entries(STATES).filter(([id]) => id !== 'long' || current.widget !== 'weather');
const options = Object.entries(OPTIONS).filter(([, { only = current.widget }]) => only === current.widget);
document
  .getElementById('cells')!
  .append(
    ...layouts.flatMap((layout) => states.map(([id, state]) => stateCell(layout, id, state))),
    ...options.map(
      ([id, { title, attributes }]) =>
        cell(id, title, { ...attributes, src: hub(WIDGETS[current.widget]!.file) })[0],
    ),
  );
