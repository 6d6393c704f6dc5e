import type { SampleSource } from '../../demo/reader/sample-source.ts';
import type { SampleCluster } from './cluster.ts';

/** The sources of the sample cluster's sites, read from the sites directly. */
export function sources({ sites }: SampleCluster): SampleSource[] {
  const { instance } = sites.liferay;
  const list: [keyof SampleCluster['sites'], school: string, cms: string, sources: Record<string, string>][] =
    [
      [
        'wordpress',
        'Trường A',
        'WordPress 6.1 (bản ghi)',
        {
          RSS: '/feed/',
          Atom: '/feed/atom/',
          REST: '/wp-json/wp/v2/posts?_embed&per_page=20',
          'REST, tệp': '/wp-json/wp/v2/media?media_type=application&per_page=50',
        },
      ],
      ['nukeviet', 'Trường B', 'NukeViet 4.5 (bản ghi)', { 'Tin tức': '/rss/', 'Văn bản': '/laws/rss/' }],
      [
        'liferay',
        'Trường C',
        'Liferay (mô phỏng)',
        {
          Atom: `/web/guest/tin-tuc/-/asset_publisher/${instance}/rss`,
          Headless: '/o/headless-delivery/v1.0/sites/20121/structured-contents',
        },
      ],
      ['joomla', 'Trường D', 'Joomla (mô phỏng)', { RSS: '/tin-tuc?format=feed&type=rss' }],
      ['dotnetnuke', 'Trường E', 'DotNetNuke (mô phỏng)', { RSS: '/rss.aspx?TabID=55&ModuleID=412' }],
      ['plainHtml', 'Trường F', 'Trang HTML (mô phỏng)', { 'Trang chủ': '/' }],
    ];
  return list.flatMap(([site, school, cms, sources]) =>
    Object.entries(sources).map(([title, path]) => {
      const url = sites[site].url(path);
      return { school, cms, title, url, readFrom: url };
    }),
  );
}
