import { vietnam } from './liferay.ts';
import { escapeXml } from './recording.ts';
import type { SiteResponse } from './site.ts';
import { SynthesisedSite } from './synthesised.ts';
import { upload } from './uploads.ts';
import { toWindows1258 } from './windows-1258.ts';

/** A handwritten site without a feed (synthesised): lists in UTF-8 and windows-1258, all date shapes, a table of documents. */
export class PlainHtml extends SynthesisedSite {
  protected answer(path: string): SiteResponse | undefined {
    if (path === '/') return { headers: { 'Content-Type': 'text/html' }, body: this.list('utf-8') };
    if (path === '/cu/')
      return { headers: { 'Content-Type': 'text/html' }, body: toWindows1258(this.list('windows-1258')) };
    if (path === '/vanban.html')
      return { headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: DOCUMENTS };
    return upload(path);
  }

  private list(charset: string): string {
    const rows = this.posts.map((post, index) => {
      const [date, clock] = vietnam(post.published).split(' ') as [string, string];
      const shapes = [
        date,
        `${date} ${clock}`,
        `Thứ hai - ${date} ${clock}`,
        date.replaceAll('/', '.'),
        `${clock} ${date}`,
        `${clock}:56 ${date} (GMT+7)`,
        `${date} ${clock} SA`,
      ];
      return `<TR><TD class=tin><A HREF="chitiet.asp?id=${post.id}"><B>${escapeXml(post.title)}</B></A> <FONT size=1>(${shapes[index % shapes.length]})</FONT><BR>${post.image ? `<IMG SRC="${this.url(post.image)}" WIDTH=130>` : ''}${escapeXml(post.summary)}</TD></TR>`;
    });
    return `<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=${charset}"><TITLE>Trường Chính trị</TITLE></HEAD><BODY><TABLE id=dstin>${rows.join('\n')}</TABLE><A HREF="vanban.html">Văn bản</A></BODY></HTML>`;
  }
}

const DOCUMENTS = `<HTML><HEAD><TITLE>Văn bản</TITLE></HEAD><BODY><TABLE border=1><TR><TH>Số/Ký hiệu</TH><TH>Ngày ban hành</TH><TH>Trích yếu</TH><TH>Loại</TH><TH>Tải về</TH></TR>
<TR><TD>123/QĐ-TCT</TD><TD>05/3/2024</TD><TD>Về việc ban hành Quy chế quản lý đào tạo, bồi dưỡng</TD><TD>Quyết định</TD><TD><A HREF="files/QD-123-QD-TCT.docx">docx</A></TD></TR>
<TR><TD>07/HD-TCT</TD><TD>15/01/2025</TD><TD>Về việc viết tiểu luận, khóa luận tốt nghiệp</TD><TD>Hướng dẫn</TD><TD><A HREF="files/HD07-viet-khoa-luan.pdf">pdf</A></TD></TR></TABLE></BODY></HTML>`;
