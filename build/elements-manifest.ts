import { readFileSync, writeFileSync } from 'node:fs';
import { getVsCodeCssCustomData, getVsCodeHtmlCustomData } from 'custom-element-vs-code-integration';
import { run } from './run-tool.ts';

const OUT = 'dist/npm';
const MANIFEST = 'custom-elements.json';
const EDITOR_DATA = {
  'vscode.html-custom-data.json': getVsCodeHtmlCustomData,
  'vscode.css-custom-data.json': getVsCodeCssCustomData,
};

export const MANIFEST_FILES = [MANIFEST, ...Object.keys(EDITOR_DATA)];

/**
 * Generates the custom elements manifest and the data for editors from the elements' documentation comments, and writes
 * them to the npm package. The demo's reference page is rendered from the manifest.
 */
export async function writeElementsManifest(): Promise<void> {
  await run('cem', 'analyze', '--litelement', '--globs', 'widgets/**/*.ts', '--outdir', OUT, '--quiet');
  const manifest = JSON.parse(readFileSync(`${OUT}/${MANIFEST}`, 'utf8'));
  for (const [name, dataFor] of Object.entries(EDITOR_DATA)) {
    const data = JSON.parse(dataFor(manifest, { hideLogs: true }));
    writeFileSync(`${OUT}/${name}`, JSON.stringify(data, null, 2));
  }
}
