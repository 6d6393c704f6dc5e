/** The pages of the documentation, in the order of their navigation. */

export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
type Words = Record<Language, string>;

export interface DocsPage {
  /** File name without its extension. */
  name: string;
  /** Its name in the navigation. */
  label: Words;
}

interface PageGroup {
  title: Words;
  pages: DocsPage[];
}

const same = (text: string): Words => ({ vi: text, en: text });

export const ENTRANCE: DocsPage = { name: 'index', label: { vi: 'Tài liệu', en: 'Documentation' } };

/** One page for each element, in the order of their READMEs. */
export const ELEMENT_PAGES = ['tct-latest-news', 'tct-document-list', 'tct-weather', 'tct-gallery'];
export const TYPES_PAGE = 'kieu-du-lieu';

export const GROUPS: PageGroup[] = [
  {
    title: { vi: 'Dán vào trang', en: 'Embed' },
    pages: [
      { name: 'nukeviet', label: same('NukeViet') },
      { name: 'wordpress', label: same('WordPress') },
      { name: 'joomla', label: same('Joomla') },
      { name: 'liferay', label: same('Liferay') },
      { name: 'dotnetnuke', label: same('DotNetNuke') },
      { name: 'sharepoint', label: same('SharePoint') },
      { name: 'trang-tinh', label: { vi: 'Trang tĩnh, PHP, SSI', en: 'Static pages, PHP, SSI' } },
      { name: 'khi-khong-hien-gi', label: { vi: 'Khi không hiện gì', en: 'When nothing shows' } },
    ],
  },
  {
    title: { vi: 'Vận hành', en: 'Run' },
    pages: [
      { name: 'dung-tram', label: { vi: 'Dựng trạm thu tin', en: 'Set up the hub' } },
      { name: 'cai-tien-ich', label: { vi: 'Cài tiện ích', en: 'Install the extension' } },
      { name: 'cho-phong-cntt', label: { vi: 'Cho phòng CNTT', en: 'For the IT office' } },
    ],
  },
  {
    title: { vi: 'Tra cứu', en: 'Reference' },
    pages: [
      ...ELEMENT_PAGES.map((name) => ({ name, label: same(`<${name}>`) })),
      { name: TYPES_PAGE, label: { vi: 'Kiểu dữ liệu', en: 'Types' } },
      { name: 'vi-du', label: { vi: 'Ví dụ chạy được', en: 'Worked examples' } },
    ],
  },
];

export const PAGES: DocsPage[] = [ENTRANCE, ...GROUPS.flatMap(({ pages }) => pages)];

/** The path of a page from the folder `docs/`. */
export const pagePath = ({ name }: Pick<DocsPage, 'name'>, language: Language): string =>
  `${language === 'vi' ? '' : `${language}/`}${name}.html`;
