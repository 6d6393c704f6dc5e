import { expect } from 'chai';
import { decodeOldFonts } from '../../../hub/read/old-fonts.ts';
import { answerTask } from '../../../hub/read/read-task.ts';
import { anyText } from '../../any-text.ts';
import { fc } from '../../property.ts';

const TEXT =
  'trường chính trị tỉnh tổ chức hội nghị tổng kết năm học, triển khai nhiệm vụ công tác đào tạo, bồi dưỡng cán bộ; ký kết quy chế phối hợp giữa nhà trường và các sở, ngành; khánh thành giảng đường, thư viện mới';
const TCVN3 =
  'tr\xad\xeang ch\xddnh tr\xde t\xd8nh t\xe6 ch\xf8c h\xe9i ngh\xde t\xe6ng k\xd5t n\xa8m h\xe4c, tri\xd3n khai nhi\xd6m v\xf4 c\xabng t\xb8c \xae\xb5o t\xb9o, b\xe5i d\xad\xecng c\xb8n b\xe9; k\xfd k\xd5t quy ch\xd5 ph\xe8i h\xeep gi\xf7a nh\xb5 tr\xad\xeang v\xb5 c\xb8c s\xeb, ng\xb5nh; kh\xb8nh th\xb5nh gi\xb6ng \xae\xad\xeang, th\xad vi\xd6n m\xedi';
const VNI =
  'tröôøng chính trò tænh toå chöùc hoäi nghò toång keát naêm hoïc, trieån khai nhieäm vuï coâng taùc ñaøo taïo, boài döôõng caùn boä; kyù keát quy cheá phoái hôïp giöõa nhaø tröôøng vaø caùc sôû, ngaønh; khaùnh thaønh giaûng ñöôøng, thö vieän môùi';

describe('the encodings of old Vietnamese fonts', () => {
  it('are decoded', () => {
    expect(decodeOldFonts(TCVN3)).to.equal(TEXT);
    expect(decodeOldFonts(VNI)).to.equal(TEXT);
    expect(decodeOldFonts(`${VNI}. TRÖÔØNG CHÍNH TRÒ, Ñaûng`)).to.equal(`${TEXT}. TRƯỜNG CHÍNH TRỊ, Đảng`);
  });

  it('are decoded in feeds, whether declared as Latin-1 or converted to UTF-8', async () => {
    const xml = (encoding: string, text: string) =>
      `<?xml version="1.0" encoding="${encoding}"?><rss><channel><title>T</title><item><title>${text}</title></item></channel></rss>`;
    for (const text of [TCVN3, VNI]) {
      const latin = Uint8Array.from(xml('iso-8859-1', text), (letter) => letter.charCodeAt(0));
      for (const body of [latin, new TextEncoder().encode(xml('utf-8', text))]) {
        const answer = await answerTask({ body, context: { url: 'https://a.example/' }, as: 'feed' });
        expect('json' in answer && JSON.parse(answer.json).items[0].title).to.equal(TEXT);
      }
    }
  });

  const GOOD = [
    TEXT,
    TEXT.normalize('NFD'),
    'Où là, élève à l’école été déjà forêt être théâtre maître leçon garçon français naïf Noël «à côté»',
    'Über Größe schön Mädchen können müssen Bücher Straße für Tür Wörter möglich Löwe Hände Gefühl',
    'año niño señor mañana corazón canción está aquí también después según así más qué «sí» 1ª 2º',
    'não são então coração ação você três avô avó irmã mãe pão órgão à às também já só até',
    'één reünie ruïne coëfficiënt ideeën geïnteresseerd zoölogie café hè skiën poëzie naïef',
    'på så får går även första året över björk sjö älska öl ångström Åsa måste också',
    'þetta er íslenska það ég á hús öll börn tölva fæði æði mjög góður',
    'Café – 25 µm, 5 × 3 ½ ¾ ¼ ® © ª º § ¶ · ¸ ¹ « » ± ² ³',
    'cô bà má là và các bán làm hành chính hát sách cá ké tô mì bò chè xà phê quà nhà gà vé',
    'Tr\xad\xeang',
    '\xa1 \xa2 \xb5 \xa3 \xb6 \xc6 \xa4 \xa5 \xae \xa9',
    'µm µg ml°C m² m³ No. 5 – 25 µl',
  ];
  for (const text of GOOD)
    it(`are not seen in “${text.slice(0, 30)}…”`, () => {
      for (const each of [text, text.toUpperCase(), text.repeat(20)])
        expect(decodeOldFonts(each)).to.equal(each);
    });

  it('are not seen in any other text', () => {
    const latin = fc.string({
      unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)),
    });
    fc.assert(
      fc.property(
        fc.oneof(
          anyText(200),
          latin,
          fc.array(latin).map((words) => words.join(' ')),
        ),
        (text) => {
          expect(decodeOldFonts(text)).to.equal(text);
        },
      ),
    );
  });

  it('are not seen beside good Vietnamese, however little', () => {
    const words = fc.constantFrom(
      ...GOOD.flatMap((text) => text.split(/\s+/)),
      ...TCVN3.split(' '),
      ...VNI.split(' '),
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (found) => {
        const text = `${found.join(' ')} Đảng`;
        expect(decodeOldFonts(text)).to.equal(text);
      }),
    );
  });

  it('are not seen in words of other languages mixed at will', () => {
    const words = fc.constantFrom(...GOOD.slice(2, 11).flatMap((text) => text.split(/\s+/)));
    fc.assert(
      fc.property(fc.array(words, { maxLength: 100 }), (found) => {
        const text = found.join(' ');
        expect(decodeOldFonts(text)).to.equal(text);
      }),
    );
  });

  it('end for 1 MB of any letters', () => {
    for (const crumb of ['a', '\xad', 'ö', 'ôø ', 'a\xad ', 'aaaaaaaa\xea'])
      expect(decodeOldFonts(crumb.repeat(1e6 / crumb.length))).to.have.length.above(0);
  });
});
