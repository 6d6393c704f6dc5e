/** The pages of the documentation, in the order of their navigation. */
import type { Language, Words } from '../language.ts';

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

const same = (text: string): Words => [text, text];

export const ENTRANCE: DocsPage = { name: 'index', label: ['Tài liệu', 'Documentation'] };

/** One page for each element, in the order of their READMEs. */
export const ELEMENT_PAGES = ['tct-latest-news', 'tct-document-list', 'tct-weather', 'tct-gallery'];
export const TYPES_PAGE = 'kieu-du-lieu';

export const GROUPS: PageGroup[] = [
  {
    title: ['Dán vào trang', 'Embed'],
    pages: [
      { name: 'nukeviet', label: same('NukeViet') },
      { name: 'wordpress', label: same('WordPress') },
      { name: 'joomla', label: same('Joomla') },
      { name: 'liferay', label: same('Liferay') },
      { name: 'dotnetnuke', label: same('DotNetNuke') },
      { name: 'sharepoint', label: same('SharePoint') },
      { name: 'trang-tinh', label: ['Trang tĩnh, PHP, SSI', 'Static pages, PHP, SSI'] },
      { name: 'khi-khong-hien-gi', label: ['Khi không hiện gì', 'When nothing shows'] },
    ],
  },
  {
    title: ['Vận hành', 'Run'],
    pages: [
      { name: 'dung-tram', label: ['Dựng trạm thu tin', 'Set up the hub'] },
      { name: 'cai-tien-ich', label: ['Cài tiện ích', 'Install the extension'] },
      { name: 'cho-phong-cntt', label: ['Cho phòng CNTT', 'For the IT office'] },
      { name: 'rieng-tu', label: ['Quyền riêng tư', 'Privacy'] },
    ],
  },
  {
    title: ['Tra cứu', 'Reference'],
    pages: [
      ...ELEMENT_PAGES.map((name) => ({ name, label: same(`<${name}>`) })),
      { name: TYPES_PAGE, label: ['Kiểu dữ liệu', 'Types'] },
      { name: 'vi-du', label: ['Ví dụ chạy được', 'Worked examples'] },
    ],
  },
];

export const PAGES: DocsPage[] = [ENTRANCE, ...GROUPS.flatMap(({ pages }) => pages)];

/** The path of a page from the folder `docs/`. */
export const pagePath = ({ name }: Pick<DocsPage, 'name'>, language: Language): string =>
  `${language === 'vi' ? '' : `${language}/`}${name}.html`;
