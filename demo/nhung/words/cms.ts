import type { CmsName, FormName } from '../choices.ts';
import type { Words } from './language.ts';

interface CmsWords {
  title: Words;
  /** The form that works without changing settings. */
  form: FormName;
  /** Name of the guide's page, without `.html`. */
  guide: string;
  /** Where the script goes, once, if the editor deletes it. */
  scriptPlace?: Words;
  /** Where the block goes. */
  where: Words;
  /** Where another form goes, if it goes elsewhere. */
  elsewhere?: Partial<Record<FormName, Words>>;
}

export const CMS_WORDS: Record<CmsName, CmsWords> = {
  plain: {
    title: ['Trang tĩnh', 'Static page'],
    form: 'tag',
    guide: 'trang-tinh',
    where: [
      'Dán vào tệp HTML, ở chỗ muốn đặt khối.',
      'Paste it into the HTML file, where the block is to be.',
    ],
  },
  nukeviet: {
    title: ['NukeViet', 'NukeViet'],
    form: 'div',
    guide: 'nukeviet',
    scriptPlace: [
      'Một lần, trong giao diện: trước </head> của tệp layout/header_only.tpl',
      'Once, in the theme: before </head> of the file layout/header_only.tpl',
    ],
    where: [
      'Quản lý giao diện → Quản lý block → Thêm block, chọn module “page”, block “global.html”; trong ô nội dung bấm “Mã HTML” rồi dán. NukeViet 4.5 xóa script và thẻ có dấu gạch nối, giữ thẻ div.',
      'Themes → Blocks → Add block, choose the module “page” and the block “global.html”; press “Source” in the editor and paste. NukeViet 4.5 deletes scripts and hyphenated tags and keeps div.',
    ],
    elsewhere: {
      frame: [
        'Dán vào block “global.html” của module “page”, sau khi thêm tên miền của trạm vào danh sách tên miền được phép (phần cấu hình an ninh); nếu không, NukeViet xóa địa chỉ của khung khi lưu.',
        'Paste it into the block “global.html” of the module “page”, after adding the hub’s domain to the domains allowed (security settings); otherwise NukeViet removes the frame’s address on saving.',
      ],
      rss: [
        'Thêm block, chọn module “feeds”, block “global.rss”, ghi địa chỉ này.',
        'Add a block, choose the module “feeds” and the block “global.rss”, and write this address.',
      ],
    },
  },
  wordpress: {
    title: ['WordPress', 'WordPress'],
    form: 'tag',
    guide: 'wordpress',
    where: [
      'Trong bài hay cột bên, thêm khối “HTML tùy chỉnh” rồi dán. Chỉ quản trị viên và biên tập viên dán được script và iframe.',
      'Add a “Custom HTML” block to the page or sidebar and paste. Only administrators and editors can paste scripts and iframes.',
    ],
    elsewhere: {
      rss: [
        'Thêm khối “RSS”, ghi địa chỉ này. WordPress giữ bản đã đọc tới 12 giờ.',
        'Add an “RSS” block and write this address. WordPress keeps what it has read for up to 12 hours.',
      ],
    },
  },
  joomla: {
    title: ['Joomla', 'Joomla'],
    form: 'tag',
    guide: 'joomla',
    where: [
      'Joomla 4: Content → Site Modules → New → Custom (Joomla 3: Extensions → Modules → New → Custom). Trong tài khoản của bạn, chọn “Editor – None” trước khi dán.',
      'Joomla 4: Content → Site Modules → New → Custom (Joomla 3: Extensions → Modules → New → Custom). Choose “Editor – None” in your account before you paste.',
    ],
    elsewhere: {
      frame: [
        'Content → Site Modules → New → Wrapper (Joomla 3: Extensions → Modules), ghi địa chỉ của khung vào “URL”.',
        'Content → Site Modules → New → Wrapper (Joomla 3: Extensions → Modules), and write the frame’s address into “URL”.',
      ],
      rss: [
        'Thêm module “Feed Display”, ghi địa chỉ này vào “Feed URL”.',
        'Add a “Feed Display” module and write this address into “Feed URL”.',
      ],
    },
  },
  liferay: {
    title: ['Liferay', 'Liferay'],
    form: 'div',
    guide: 'liferay',
    scriptPlace: [
      'Một lần, trong giao diện (theme): trước </head> của tệp portal_normal.ftl (6.2: portal_normal.vm)',
      'Once, in the theme: before </head> of the file portal_normal.ftl (6.2: portal_normal.vm)',
    ],
    where: [
      'Content → Web Content → Add → Basic Web Content, bấm “Source” rồi dán; sau đó thêm Web Content Display vào trang. Không sửa được giao diện thì nạp script bằng ô JavaScript của nhóm trang, xem hướng dẫn.',
      'Content → Web Content → Add → Basic Web Content, press “Source” and paste; then add a Web Content Display to the page. If you cannot change the theme, load the script in the JavaScript field of the page set, as the guide shows.',
    ],
    elsewhere: {
      frame: [
        'Thêm ứng dụng “IFrame” (Add → Applications → Sample), ghi địa chỉ của khung vào “Source URL”.',
        'Add the application “IFrame” (Add → Applications → Sample) and write the frame’s address into “Source URL”.',
      ],
      rss: [
        'Thêm ứng dụng “RSS” (các bản 7 đầu: “RSS Publisher”), ghi địa chỉ Atom.',
        'Add the application “RSS” (early versions of 7: “RSS Publisher”) and write the Atom address.',
      ],
    },
  },
  dotnetnuke: {
    title: ['DotNetNuke', 'DotNetNuke'],
    form: 'div',
    guide: 'dotnetnuke',
    scriptPlace: [
      'Một lần, ở ô “Page Header Tags” của trang; hoặc trong giao diện, cuối tệp .ascx của skin',
      'Once, in the field “Page Header Tags” of the page; or in the theme, at the end of the skin’s .ascx file',
    ],
    where: [
      'Thêm module HTML, “Edit Content”, chuyển sang chế độ mã (HTML, Source hay Basic Text Box) rồi dán.',
      'Add an HTML module, “Edit Content”, switch to code (HTML, Source or Basic Text Box) and paste.',
    ],
    elsewhere: {
      frame: [
        'Dán vào module HTML ở chế độ mã, hoặc thêm module IFrame rồi ghi địa chỉ của khung.',
        'Paste it into an HTML module in code mode, or add an IFrame module and write the frame’s address.',
      ],
      rss: [
        'Thêm module “News Feeds (RSS)”, nếu đã cài, rồi ghi địa chỉ này.',
        'Add the module “News Feeds (RSS)”, if it is installed, and write this address.',
      ],
    },
  },
  sharepoint: {
    title: ['SharePoint', 'SharePoint'],
    form: 'tag',
    guide: 'sharepoint',
    where: [
      'Trang cổ điển: Edit page → Insert → Web Part → Media and Content → Script Editor, bấm “Edit Snippet” rồi dán. Trang hiện đại chỉ nhận iframe.',
      'Classic page: Edit page → Insert → Web Part → Media and Content → Script Editor, press “Edit Snippet” and paste. Modern pages take iframes only.',
    ],
    elsewhere: {
      frame: [
        'Trang hiện đại: web part “Embed”, sau khi quản trị viên cho phép tên miền của trạm ở HTML Field Security. Trang cổ điển: web part “Page Viewer” với địa chỉ của khung.',
        'Modern page: the web part “Embed”, after an administrator has allowed the hub’s domain in HTML Field Security. Classic page: the web part “Page Viewer” with the frame’s address.',
      ],
      rss: [
        'Web part “RSS Viewer” (nhóm Content Rollup), ghi địa chỉ này vào “RSS Feed URL”; máy chủ SharePoint phải ra được địa chỉ ấy.',
        'The web part “RSS Viewer” (Content Rollup): write this address into “RSS Feed URL”; the SharePoint server must be able to reach it.',
      ],
    },
  },
  table: {
    title: ['Trang cũ dùng bảng', 'Old page of tables'],
    form: 'tag',
    guide: 'trang-tinh',
    where: ['Dán vào ô của bảng, ở chỗ muốn đặt khối.', 'Paste it into the cell where the block is to be.'],
  },
};
