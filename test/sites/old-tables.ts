import { HandmadeSite } from './handmade-site.ts';
import { vietnam } from './liferay.ts';
import { escapeXml } from './recording.ts';
import type { SitePost, SiteResponse } from './site.ts';
import { toWindows1258 } from './windows-1258.ts';

const MENU = ['Trang chủ', 'Giới thiệu', 'Tin tức', 'Thông báo', 'Thư viện', 'Liên hệ'];

/** A site of layout tables of about 2005, without a class or id anywhere, in windows-1258 (synthesised). */
export class OldTables extends HandmadeSite {
  readonly listPath = '/tintuc.asp';

  protected pathOf({ id }: SitePost): string {
    return `/chitiet.asp?id=${id}`;
  }

  protected oldPage(path: string): SiteResponse | undefined {
    return path === '/' || path === this.listPath ? this.page(path === '/' ? 4 : 10) : undefined;
  }

  private page(count: number): SiteResponse {
    const rows = this.posts.slice(0, count).map((post) => {
      const [date] = vietnam(post.published).split(' ');
      const picture = post.image ? `<IMG SRC="${post.image}" WIDTH=100 ALIGN=left HSPACE=6>` : '';
      return `<TR><TD WIDTH=12 VALIGN=top><IMG SRC="images/bullet.gif" WIDTH=9 HEIGHT=9></TD><TD>${picture}<A HREF="chitiet.asp?id=${post.id}"><FONT FACE="Arial" COLOR="#003399" SIZE=2><B>${escapeXml(post.title)}</B></FONT></A> <FONT SIZE=1 COLOR=gray>(${date})</FONT><BR><FONT FACE="Arial" SIZE=2>${escapeXml(post.summary)}</FONT></TD></TR><TR><TD COLSPAN=2 HEIGHT=1 BGCOLOR="#CCCCCC"><IMG SRC="images/spacer.gif" HEIGHT=1></TD></TR>`;
    });
    const menu = MENU.map(
      (word, index) =>
        `<TR><TD BGCOLOR="#990000"><A HREF="${index === 2 ? 'tintuc.asp' : index ? `trang${index}.asp` : './'}"><FONT COLOR="#FFFFFF" SIZE=2>${word}</FONT></A></TD></TR>`,
    );
    const links = ['Báo Nhân Dân', 'Tạp chí Cộng sản', 'Học viện CTQG Hồ Chí Minh'].map(
      (word) => `<TR><TD><A HREF="http://lien-ket.example/">${word}</A></TD></TR>`,
    );
    const page = `<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1258"><TITLE>Trường Chính trị tỉnh</TITLE></HEAD>
<BODY BGCOLOR="#FFFFFF" TOPMARGIN=0><TABLE WIDTH=780 ALIGN=center BORDER=0 CELLPADDING=0 CELLSPACING=0>
<TR><TD COLSPAN=3><IMG SRC="images/banner.jpg" WIDTH=780 HEIGHT=120></TD></TR><TR><TD COLSPAN=3 BGCOLOR="#FFCC00"><MARQUEE>Chào mừng Đại hội Đảng bộ các cấp</MARQUEE></TD></TR>
<TR><TD WIDTH=150 VALIGN=top><TABLE WIDTH="100%">${menu.join('')}</TABLE></TD>
<TD WIDTH=480 VALIGN=top><TABLE WIDTH="100%" CELLPADDING=3><TR><TD COLSPAN=2><FONT COLOR="#990000"><B>TIN TỨC</B></FONT></TD></TR>${rows.join('\n')}</TABLE></TD>
<TD WIDTH=150 VALIGN=top><TABLE WIDTH="100%"><TR><TD><B>Liên kết</B></TD></TR>${links.join('')}</TABLE></TD></TR>
<TR><TD COLSPAN=3 ALIGN=center><FONT SIZE=1>Bản quyền: Trường Chính trị tỉnh. Tel: 0203.000.000</FONT></TD></TR></TABLE></BODY></HTML>`;
    return { headers: { 'Content-Type': 'text/html' }, body: toWindows1258(page) };
  }
}
