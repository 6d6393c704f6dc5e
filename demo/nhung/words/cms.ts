import type { CmsName, FormName } from '../choices.ts';
import type { Words } from './language.ts';

interface CmsWords {
  title: Words;
  /** The form that works without changing settings. */
  form: FormName;
  /** Where to paste it, and what to do if the editor takes it away. */
  where: Words;
}

export const CMS_WORDS: Record<CmsName, CmsWords> = {
  plain: {
    title: ['Trang tĩnh', 'Static page'],
    form: 'tag',
    where: [
      'Dán vào tệp HTML, ở chỗ muốn đặt khối.',
      'Paste it into the HTML file, where the block is to be.',
    ],
  },
  nukeviet: {
    title: ['NukeViet', 'NukeViet'],
    form: 'frame',
    where: [
      'Quản trị › Giao diện › Quản lý block › thêm block “HTML”, bật xem mã nguồn rồi dán. NukeViet lọc thẻ script mà giữ iframe. Cũng có thể dùng block RSS với địa chỉ RSS.',
      'Administration › Themes › Blocks › add a block “HTML”, switch to source and paste. NukeViet filters scripts but keeps iframes. An RSS block with the RSS address works too.',
    ],
  },
  wordpress: {
    title: ['WordPress', 'WordPress'],
    form: 'tag',
    where: [
      'Trong bài hay cột bên, thêm khối “HTML tùy chỉnh” rồi dán. Tài khoản không phải quản trị viên hay biên tập viên bị lọc mã: dùng khối RSS với địa chỉ RSS.',
      'Add a “Custom HTML” block to the page or sidebar and paste. Accounts below editor have their code filtered: use the RSS block with the RSS address.',
    ],
  },
  joomla: {
    title: ['Joomla', 'Joomla'],
    form: 'tag',
    where: [
      'Extensions › Modules › New › Custom; bấm “Toggle Editor” (tắt trình soạn thảo) rồi dán. Mã vẫn mất khi lưu: dùng module Wrapper với địa chỉ của iframe, hoặc Feed Display với địa chỉ RSS.',
      'Extensions › Modules › New › Custom; press “Toggle Editor” and paste. If the code is lost on saving, use the Wrapper module with the iframe’s address, or Feed Display with the RSS address.',
    ],
  },
  liferay: {
    title: ['Liferay', 'Liferay'],
    form: 'div',
    where: [
      'Thêm “Hiển thị nội dung web” (Web Content Display), mở bài, bấm “Nguồn” (Source) rồi dán. Script bị xóa thì đặt thẻ script trong giao diện (theme), hoặc dùng iframe.',
      'Add a Web Content Display, open the article, press “Source” and paste. If the script is deleted, put the script tag into the theme, or use the iframe.',
    ],
  },
  dotnetnuke: {
    title: ['DotNetNuke', 'DotNetNuke'],
    form: 'div',
    where: [
      'Thêm module Text/HTML, chọn “Basic Text Box” và “Raw” rồi dán. Có thể đặt thẻ script trong Module Settings › Advanced Settings › Header.',
      'Add a Text/HTML module, choose “Basic Text Box” and “Raw”, and paste. The script tag may stand in Module Settings › Advanced Settings › Header.',
    ],
  },
  sharepoint: {
    title: ['SharePoint', 'SharePoint'],
    form: 'tag',
    where: [
      'Sửa trang › Insert › Web Part › Media and Content › Script Editor (hay Content Editor) rồi dán. SharePoint Online kiểu mới chỉ có web part Embed: dùng iframe.',
      'Edit the page › Insert › Web Part › Media and Content › Script Editor (or Content Editor) and paste. Modern SharePoint Online has only the Embed web part: use the iframe.',
    ],
  },
  table: {
    title: ['Trang cũ, dựng bằng bảng', 'Old page of tables'],
    form: 'tag',
    where: [
      'Dán vào ô của bảng. Máy chủ chạy PHP, SSI hay ASP thì có thể chèn từ máy chủ.',
      'Paste it into the cell. If the server runs PHP, SSI or ASP, a server include works too.',
    ],
  },
};
