// @ts-check
// Opens the workbench in a headless browser and works it as a person would: for the user-interface tests and the pictures.
import { chromium } from 'playwright-core';
import { BROWSER_FLAGS, ensureBrowser } from './browser.mjs';
import { findInEditor, isUnderlined } from './in-page.mjs';
import { startServer } from './server.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */
/**
 * @typedef {object} WorkbenchOptions
 * @property {string} home a prepared session's
 * @property {string} folder the folder to open
 * @property {boolean} [trusted] false: VS Code runs in Restricted Mode
 * @property {string} [theme] the id of a colour theme
 * @property {{ width: number, height: number }} [size] of the window, in CSS pixels
 * @property {number} [scale] device pixels per CSS pixel
 */

const WINDOW = { width: 1440, height: 900 };
const LIMIT_MS = 120_000;

export class Workbench {
  /** @param {Page} page @param {() => Promise<void>} close */
  constructor(page, close) {
    /** @readonly */
    this.page = page;
    /** Ends the browser and the server. @readonly */
    this.close = close;
  }

  /**
   * @param {WorkbenchOptions} options
   * @returns {Promise<Workbench>}
   */
  static async open({ home, folder, trusted = true, theme, size = WINDOW, scale = 1 }) {
    const server = await startServer({ home, trustEverything: trusted });
    const { executablePath, env } = await ensureBrowser();
    const browser = await chromium.launch({
      executablePath,
      args: BROWSER_FLAGS,
      env: { ...process.env, ...env },
    });
    const close = async () => {
      await browser.close();
      await server.stop();
    };
    try {
      const page = await browser.newPage({ viewport: size, deviceScaleFactor: scale, colorScheme: 'light' });
      page.setDefaultTimeout(LIMIT_MS);
      await page.goto(`${server.origin}/?${new URLSearchParams({ folder })}`);
      const workbench = new Workbench(page, close);
      await page.locator('.monaco-workbench').waitFor();
      if (theme !== undefined) await workbench.chooseTheme(theme);
      return workbench;
    } catch (error) {
      await close();
      throw error;
    }
  }

  /** Runs a command by its title in the palette. @param {string} title */
  async runCommand(title) {
    await this.page.keyboard.press('F1');
    const input = this.page.locator('.quick-input-widget:visible input');
    await input.fill(`>${title}`);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
    await input.press('Enter');
  }

  /** Opens a file of the workspace by its name. @param {string} name */
  async openFile(name) {
    await this.page.keyboard.press('ControlOrMeta+P');
    const input = this.page.locator('.quick-input-widget:visible input');
    await input.fill(name);
    // Enter takes the focused row, so it must be this one: the list of recent files may show it lower down.
    await this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name }).waitFor();
    await input.press('Enter');
    await this.page.locator('.tabs-container .tab.active', { hasText: name }).waitFor();
  }

  /** Scrolls the editor to a line and puts the cursor there. @param {number} line from 1 @param {number} [column] from 1 */
  async goToLine(line, column = 1) {
    await this.page.keyboard.press('Control+G');
    const input = this.page.locator('.quick-input-widget:visible input');
    await input.fill(`:${line}:${column}`);
    await input.press('Enter');
    await input.waitFor({ state: 'hidden' });
  }

  /**
   * Opens the tree view with this title and closes the others, so that it has the whole sidebar.
   * @param {string} title
   * @returns {Promise<Locator>} its pane
   */
  async showView(title) {
    const headers = this.page.locator('.part.sidebar .pane-header');
    await headers.filter({ hasText: title }).waitFor();
    for (const header of await headers.all()) {
      const wanted = (await header.locator('.title').innerText()) === title;
      if (((await header.getAttribute('aria-expanded')) === 'true') !== wanted) await header.click();
    }
    return this.page.locator('.part.sidebar .pane', {
      has: this.page.locator('.pane-header', { hasText: title }),
    });
  }

  /** Opens a row of a tree by its arrow, which leaves the editor alone. @param {Locator} row */
  async expand(row) {
    await row.waitFor();
    if ((await row.getAttribute('aria-expanded')) === 'false')
      await row.locator('.monaco-tl-twistie').click();
  }

  /**
   * Where words stand in the visible part of the editor.
   * @param {string} words within one line of the screen
   * @returns {Promise<{ x: number, y: number, width: number, height: number }>}
   */
  async findWords(words) {
    const found = await this.page.waitForFunction(findInEditor, words);
    return /** @type {any} */ (await found.jsonValue());
  }

  /**
   * Rests the pointer near the start of a place until a hover shows.
   * @param {{ x: number, y: number, width: number, height: number }} place
   * @param {string} words that the hover must hold
   * @returns {Promise<Locator>} the hover
   */
  async rest({ x, y, height }, words) {
    await this.page.mouse.move(x + height, y + height / 2);
    const hover = this.page.locator('.monaco-hover:visible', { hasText: words });
    await hover.waitFor();
    return hover;
  }

  /** Waits until a finding's squiggle stands under words of the visible part of the editor. @param {string} words */
  async waitForSquiggle(words) {
    await this.page.waitForFunction(isUnderlined, await this.findWords(words));
  }

  /** @param {string} id such as `Default Dark Modern` */
  async chooseTheme(id) {
    await this.runCommand('Preferences: Color Theme');
    const input = this.page.locator('.quick-input-widget:visible input');
    await input.fill(id);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: id }).first().waitFor();
    await input.press('Enter');
    await input.waitFor({ state: 'hidden' });
  }
}
