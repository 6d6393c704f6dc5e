import { answerHere, answerUrl } from './answers.ts';

/** The tags with their layouts, and the list of the hub that they show. */
const WIDGETS: Record<string, { title: string; file: string; layouts: string[] }> = {
  'latest-news': { title: 'Tin mới', file: 'news', layouts: ['list', 'cards', 'headlines', 'compact'] },
  'document-list': { title: 'Văn bản', file: 'documents', layouts: [''] },
  weather: { title: 'Thời tiết', file: 'weather', layouts: ['full', 'compact', 'now', 'strip'] },
  gallery: { title: 'Thư viện ảnh', file: 'gallery', layouts: ['grid', 'carousel', 'albums'] },
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

function cell(layout: string, [id, state]: [string, State]): HTMLElement {
  const figure = document.createElement('figure');
  const caption = document.createElement('figcaption');
  caption.textContent = [layout, state.title].filter(Boolean).join(' · ');
  const box = document.createElement('div');
  box.className = 'cell';
  box.id = [layout, id].filter(Boolean).join('-');
  box.style.width = `${current.width}px`;
  const widget = document.createElement(`tct-${current.widget}`) as Widget;
  if (layout) widget.setAttribute('layout', layout);
  widget.setAttribute('lang', 'vi');
  widget.setAttribute('src', state.src(WIDGETS[current.widget]!.file, layout));
  if (state.isLost)
    widget.addEventListener('tct-load', () => setTimeout(() => void widget.reload()), { once: true });
  box.append(widget);
  figure.append(caption, box);
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
document
  .getElementById('cells')!
  .append(...layouts.flatMap((layout) => states.map((state) => cell(layout, state))));
