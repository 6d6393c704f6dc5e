import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import react from '@vitejs/plugin-react';
import vue from '@vitejs/plugin-vue';
import { build } from 'vite';
import { ROOT } from '../runner/select.ts';

const PACKAGE = join(ROOT, 'dist/npm');
const EXAMPLES = join(ROOT, 'demo/examples');
const TYPE_TESTS = join(ROOT, 'test/package/types');

/** TypeScript 7 has no API for `vue-tsc` to build on. */
const VUE_TSC = "require('vue-tsc').run(require.resolve('typescript-6/lib/tsc'))";
const TSC = join(ROOT, 'node_modules/typescript/bin/tsc');

const run = promisify(execFile);

/**
 * A project that has installed the package as `npm pack` makes it. It lies in the repository, so that it finds the other
 * packages there; the examples of the demo are its pages.
 */
export class Consumer {
  readonly folder = mkdtempSync(join(ROOT, 'dist/consumer-'));
  readonly installed = join(this.folder, 'node_modules/tct-widgets');
  tarball!: Uint8Array<ArrayBuffer>;

  static async install(): Promise<Consumer> {
    const consumer = new Consumer();
    const { folder, installed } = consumer;
    const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder, PACKAGE]);
    const [packed] = Object.values(JSON.parse(stdout)) as { filename: string }[];
    const file = join(folder, packed!.filename);
    consumer.tarball = new Uint8Array(readFileSync(file));
    mkdirSync(installed, { recursive: true });
    await run('tar', ['-xzf', file, '-C', installed, '--strip-components=1']);
    cpSync(EXAMPLES, join(folder, 'examples'), { recursive: true });
    cpSync(TYPE_TESTS, join(folder, 'types'), { recursive: true });
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
    return consumer;
  }

  /**
   * Checks the types of the examples and of `test/package/types`, those of all libraries included.
   *
   * @param tool `vue-tsc` also checks the templates in `.vue` files
   * @throws Error with the compiler's output
   */
  async checkTypes(tool: 'tsc' | 'vue-tsc', moduleResolution: 'bundler' | 'nodenext'): Promise<void> {
    const config = join(this.folder, `tsconfig.${tool}.${moduleResolution}.json`);
    const compilerOptions = {
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      noEmit: true,
      target: 'es2022',
      lib: ['es2022', 'dom', 'dom.iterable'],
      types: [],
      module: moduleResolution === 'nodenext' ? 'nodenext' : 'esnext',
      moduleResolution,
      allowImportingTsExtensions: true,
      jsx: 'react-jsx',
    };
    const include = tool === 'vue-tsc' ? ['**/*.vue', 'examples/vue.ts'] : ['examples/*.ts*', 'types/*.ts*'];
    const exclude = tool === 'vue-tsc' ? [] : ['examples/vue.ts'];
    writeFileSync(config, JSON.stringify({ compilerOptions, include, exclude }));
    const command = tool === 'vue-tsc' ? ['-e', VUE_TSC, '--', tool, '-p', config] : [TSC, '-p', config];
    await run(process.execPath, command, { cwd: ROOT }).catch(({ stdout, stderr }) => {
      throw new Error(`${tool}, ${moduleResolution}:\n${stdout}${stderr}`);
    });
  }

  /** Builds the examples with Vite, and returns the folder of the pages. */
  async build(pages: readonly string[]): Promise<string> {
    const outDir = join(this.folder, 'site');
    await build({
      root: this.folder,
      base: './',
      configFile: false,
      logLevel: 'warn',
      plugins: [react(), vue({ template: { compilerOptions: { isCustomElement } } })],
      build: {
        outDir,
        rolldownOptions: {
          checks: { pluginTimings: false },
          input: pages.map((page) => join(this.folder, `examples/${page}.html`)),
        },
      },
    });
    return outDir;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const isCustomElement = (tag: string) => tag.startsWith('tct-');
