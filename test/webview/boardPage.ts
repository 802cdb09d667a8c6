/** The board's page in a headless browser: the extension's own page and files, with the editor played by the test. */
import { readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { renderPage } from '../../src/client/board/page';
import type { Board, FromBoard, ToBoard } from '../../src/protocol/board';
import { importScript } from '../ui/case';
import { THEMES, type ThemeName, themeStyle } from './themes';

const ORIGIN = 'http://board.test';

export async function launchBrowser(): Promise<Browser> {
  const { BROWSER_FLAGS, ensureBrowser } =
    await importScript<typeof import('../../scripts/vscode/browser.mjs')>('vscode/browser.mjs');
  const { executablePath, env } = await ensureBrowser();
  return chromium.launch({ executablePath, args: BROWSER_FLAGS, env: { ...process.env, ...env } });
}

export interface BoardPage {
  readonly page: Page;
  /** What the page sent, in order. */
  sent(): readonly FromBoard[];
  /** What the page complained about: errors, breaches of its content security policy. */
  readonly complaints: readonly string[];
  /** Takes the complaints away: they were meant to come. */
  forgiveComplaints(): string;
  send(message: ToBoard): Promise<void>;
  show(board: Board, translations?: Readonly<Record<string, string>>): Promise<void>;
  close(): Promise<void>;
}

export interface BoardPageOptions {
  readonly theme?: ThemeName;
  readonly size?: { readonly width: number; readonly height: number };
  /** What the page remembered before it was reloaded. */
  readonly state?: Readonly<Record<string, string>>;
}

export async function openBoardPage(
  browser: Browser,
  { theme = 'light', size = { width: 1280, height: 800 }, state }: BoardPageOptions = {},
): Promise<BoardPage> {
  const page = await browser.newPage({ viewport: size });
  const complaints: string[] = [];
  const messages: FromBoard[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error') complaints.push(line.text());
  });
  const html = renderPage({
    nonce: 'abc123',
    script: `${ORIGIN}/board.js`,
    style: `${ORIGIN}/board.css`,
    origin: ORIGIN,
    title: 'Comparison Board',
    language: 'en',
  });
  const files: Readonly<Record<string, readonly [string, string]>> = {
    '/': ['text/html', html.replace('<body>', `<body class="${THEMES[theme].body}">`)],
    '/board.js': ['text/javascript', readFileSync('dist/board.js', 'utf8')],
    // The editor sets the theme on the page itself; here its colours come with the style sheet.
    '/board.css': ['text/css', `${themeStyle(theme)}\n${readFileSync('dist/board.css', 'utf8')}`],
  };
  await page.route('**/*', async (route) => {
    const found = files[new URL(route.request().url()).pathname];
    if (found === undefined) {
      if (!route.request().url().endsWith('favicon.ico'))
        complaints.push(`asked for ${route.request().url()}`);
      await route.abort();
      return;
    }
    const [contentType, body] = found;
    await route.fulfill({ contentType: `${contentType}; charset=utf-8`, body });
  });
  await page.exposeFunction('tellTest', (message: FromBoard) => void messages.push(message));
  await page.addInitScript(
    `window.acquireVsCodeApi = () => ({
      postMessage: (message) => window.tellTest(message),
      getState: () => (${JSON.stringify(state ?? null)}) ?? undefined,
      setState: (state) => { window.rememberedState = state; },
    });`,
  );
  await page.goto(`${ORIGIN}/`);
  const send = (message: ToBoard) =>
    page.evaluate(`window.postMessage(${JSON.stringify(message)}, '*')`).then(() => undefined);
  return {
    page,
    complaints,
    forgiveComplaints: () => complaints.splice(0).join('\n'),
    sent: () => messages,
    send,
    async show(board, translations = {}) {
      await send({ type: 'start', translations, language: 'en' });
      await send({ type: 'board', board });
      await page.locator('[role="tab"], .empty').first().waitFor();
    },
    close: () => page.close(),
  };
}
