// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the strings are source code.
import { expect } from 'chai';
import { parseAst } from 'rollup/parseAst';
import { minifyTemplates } from '../../build/minify-templates.ts';

/** The code as the plugin returns it; unchanged if the plugin returns nothing. */
async function minified(code: string): Promise<string> {
  const { transform } = minifyTemplates();
  return (await transform.call({ parse: parseAst }, code, '/widgets/x.ts'))?.code ?? code;
}

describe('the minifier of templates', () => {
  it('leaves one space where html has white space, as the browser shows it', async () => {
    expect(await minified('x = html`\n    <p>\n      Tin  ${title}\n    </p>\n  `')).to.equal(
      'x = html` <p> Tin ${title} </p> `',
    );
  });

  it('finds templates within the expressions of others', async () => {
    expect(await minified('html`<ul>\n  ${rows.map((row) => html`\n  <li>${row}</li>`)}\n</ul>`')).to.equal(
      'html`<ul> ${rows.map((row) => html` <li>${row}</li>`)} </ul>`',
    );
  });

  it('minifies style sheets, but not those with expressions', async () => {
    expect(await minified('css`\n  p {\n    color: #ff0000;\n  }\n`')).to.equal('css`p{color:red}`');
    const assembled = 'css`p {  margin: ${gap} }`';
    expect(await minified(assembled)).to.equal(assembled);
  });

  it('writes ASCII that reads as before', async () => {
    const code = await minified('html`<p title="°\\`\\${x}">\u{1f600}</p>`');
    expect(code).to.match(/^[\x00-\x7f]*$/);
    const html = (strings: TemplateStringsArray) => strings[0];
    expect(new Function('html', `return ${code}`)(html)).to.equal('<p title="°`${x}">\u{1f600}</p>');
  });

  it('leaves all other text alone, in templates without a tag too', async () => {
    const code = 'const opml = `<opml>\n  <head>\n${x}`; html`<p></p>`';
    expect(await minified(code)).to.equal(code);
  });
});
