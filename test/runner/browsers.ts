import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { chromeLauncher } from '@web/test-runner-chrome';
import type { BrowserLauncher } from '@web/test-runner-core';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import puppeteer, { type Page } from 'puppeteer-core';
import { spawnedLauncher } from './spawned-launcher.ts';

/** A browser ready to be driven. */
export interface Browser {
  name: string;
  launcher: BrowserLauncher;
  /** Called when its tests are over. */
  stop?: () => void;
}

const CHROMIUM = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((root) => [
    `${process.env[root]}\\Google\\Chrome\\Application\\chrome.exe`,
    `${process.env[root]}\\Microsoft\\Edge\\Application\\msedge.exe`,
    `${process.env[root]}\\CocCoc\\Browser\\Application\\browser.exe`,
  ]),
];
const FIREFOX = [
  process.env.FIREFOX_PATH,
  '/usr/bin/firefox',
  '/usr/bin/firefox-esr',
  '/snap/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  `${process.env.PROGRAMFILES}\\Mozilla Firefox\\firefox.exe`,
];
const WEBKIT = [
  '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
];

const isRoot = process.getuid?.() === 0;
export const FLAGS = [
  // Chromium's sandbox refuses to run as root.
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where a browser is on this machine, if it is. */
export const installed = { chromium: () => find(CHROMIUM), firefox: () => find(FIREFOX) };

const find = (paths: (string | undefined)[]) => paths.find((path) => path && existsSync(path));

/** Debian's own packages, where the machine is ours to change. */
function aptGet(...packages: string[]): boolean {
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return false;
  console.log(`Installing ${packages.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (args: string[]) =>
    execFileSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    run(['update', '-qq']);
    run(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
    return true;
  } catch {
    return false;
  }
}

/** A page that a busy machine may take its time to open. */
async function patientPage({ context }: { context: { newPage(): Promise<Page> } }): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultNavigationTimeout(120_000);
  return page;
}

function chromium(name: string, executablePath: string): Browser {
  return {
    name,
    launcher: chromeLauncher({
      // The two packages' types of puppeteer differ in a patch version.
      puppeteer: puppeteer as never,
      launchOptions: { executablePath, args: FLAGS },
      createPage: patientPage as never,
      // A page in the background is not laid out: nothing would ever come near its viewport.
      concurrency: 1,
    }),
  };
}

function firefox(executablePath: string): Browser {
  return {
    name: 'Firefox',
    launcher: chromeLauncher({
      puppeteer: puppeteer as never,
      launchOptions: { browser: 'firefox', executablePath } as never,
      createPage: patientPage as never,
      concurrency: 1,
    }),
  };
}

/** Downloads a Chrome for Testing, for those without root and without a browser. */
async function download(): Promise<string | undefined> {
  const {
    Browser: Name,
    detectBrowserPlatform,
    install,
    resolveBuildId,
  } = await import('@puppeteer/browsers');
  try {
    const platform = detectBrowserPlatform()!;
    const buildId = await resolveBuildId(Name.CHROME, platform, 'stable');
    const cacheDir = join(homedir(), '.cache', 'tct-widgets');
    console.log(`Downloading Chrome ${buildId} to ${cacheDir} …`);
    return (await install({ browser: Name.CHROME, buildId, cacheDir })).executablePath;
  } catch (error) {
    console.log(`It could not be downloaded: ${(error as Error).message}`);
    return undefined;
  }
}

const FONTS = ['fonts-liberation2', 'fonts-noto-core', 'fonts-noto-color-emoji'];

/** An installed Chrome, Chromium, Edge or Firefox; where there is none, one is got, aloud. */
export async function anyBrowser(): Promise<Browser | undefined> {
  const path = find(CHROMIUM);
  if (path) return chromium('Chromium', path);
  const fox = find(FIREFOX);
  if (fox) return firefox(fox);
  console.log(
    'No Chrome, Chromium, Edge or Firefox was found on this machine (CHROME_PATH or FIREFOX_PATH name one).',
  );
  aptGet('chromium', ...FONTS);
  const got = find(CHROMIUM) ?? (await download());
  return got ? chromium('Chromium', got) : undefined;
}

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** WebKitGTK on a screen of its own. */
async function webkit(): Promise<Browser | undefined> {
  if (!find(WEBKIT) || !find(['/usr/bin/Xvfb', '/usr/bin/X11/Xvfb'])) aptGet('xvfb', 'webkit2gtk-driver');
  const binary = find(WEBKIT);
  if (!binary || !existsSync('/usr/bin/WebKitWebDriver')) return undefined;
  const display = `:${90 + (process.pid % 900)}`;
  const screen = spawn('Xvfb', [display, '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: 'ignore',
  });
  const port = await freePort();
  const driver = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: display, GDK_BACKEND: 'x11', WEBKIT_DISABLE_COMPOSITING_MODE: '1' },
  });
  const stop = () => {
    driver.kill();
    screen.kill();
  };
  process.once('exit', stop);
  return {
    name: 'WebKit',
    launcher: webdriverLauncher({
      hostname: '127.0.0.1',
      port,
      logLevel: 'error',
      capabilities: {
        browserName: 'MiniBrowser',
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': { binary, args: ['--automation'] },
      } as never,
    }),
    stop,
  };
}

/** The oldest browser that is promised to work, from the npm package that carries one. */
async function floor(): Promise<Browser | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const { default: carried } = await import('@sparticuz/chromium');
  const path = await carried.executablePath();
  // Without the libraries it stands on it would not start, and every test file would wait for it in vain.
  execFileSync(path, ['--no-sandbox', '--headless', '--version'], { stdio: 'ignore', timeout: 30_000 });
  return {
    name: 'Chromium 109',
    launcher: spawnedLauncher('Chromium 109', path, [
      '--headless',
      ...FLAGS,
      '--no-sandbox',
      '--no-zygote',
      '--in-process-gpu',
    ]),
  };
}

/** Every browser of the promise, in the order they are run; what is not to be had is named. */
export async function allBrowsers(): Promise<(Browser | { name: string; missing: true })[]> {
  if (!find(FIREFOX) || !find(CHROMIUM)) aptGet('chromium', 'firefox-esr', ...FONTS);
  const chromiumPath = find(CHROMIUM);
  const firefoxPath = find(FIREFOX);
  const wanted: [string, Browser | undefined][] = [
    ['Chromium', chromiumPath ? chromium('Chromium', chromiumPath) : undefined],
    ['Firefox', firefoxPath ? firefox(firefoxPath) : undefined],
    ['WebKit', await webkit()],
    ['Chromium 109', await floor().catch(() => undefined)],
  ];
  return wanted.map(([name, browser]) => browser ?? { name, missing: true });
}
