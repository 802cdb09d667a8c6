// @ts-check
// `npm run screenshots`: takes the pictures in media/ from the real workbench, with the packed extension, on the seeds.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packExtension } from './packing.mjs';
import { step } from './progress.mjs';
import { build, installDependencies, ROOT, runMain } from './setup.mjs';
import { prepareSession } from './vscode/session.mjs';
import { Workbench } from './vscode/workbench.mjs';

/** High enough for a hover above the Problems panel. */
const SIZE = { width: 1440, height: 1040 };
/** A walkthrough shows its pictures about this wide. */
const STEP_SIZE = { width: 1000, height: 620 };

await runMain(async () => {
  mkdirSync(join(ROOT, 'media', 'walkthrough'), { recursive: true });
  await installDependencies();
  await build({ production: true });
  await packExtension();
  const scratch = mkdtempSync(join(tmpdir(), 'counterclaim-pictures-'));
  try {
    const folder = join(scratch, 'seeds');
    cpSync(join(ROOT, 'seeds'), folder, { recursive: true });
    const home = join(scratch, 'home');
    await prepareSession(home);
    await step('taking pictures', async () => {
      for (const { size, take } of [
        { size: SIZE, take: takeAll },
        { size: STEP_SIZE, take: takeSteps },
      ]) {
        const workbench = await Workbench.open({ home, folder, size });
        try {
          await take(workbench);
        } finally {
          await workbench.close();
        }
      }
    });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
});

/** @param {Workbench} workbench */
async function takeAll(workbench) {
  // As it opens: conflicts, and the people below.
  const people = workbench.page.locator('.part.sidebar .pane', {
    has: workbench.page.locator('.pane-header', { hasText: 'People' }),
  });
  const rows = people.locator('.monaco-list-row');
  await rows.first().waitFor();
  await workbench.openFile('002_dcd7ed3244705664.txt');
  await workbench.goToLine(20);
  await workbench.expand(rows.filter({ hasText: 'Peskov' }).first());
  await people.locator('.monaco-list-row[aria-level="2"]').first().waitFor();
  await workbench.runCommand('Problems: Focus on Problems View');
  await workbench.page.locator('.markers-panel .monaco-list-row').first().waitFor();
  await workbench.rest(await workbench.findWords('Peskov has'), 'Dmitry Peskov');
  await save(workbench, 'editor.png');

  await workbench.page.keyboard.press('Escape');
  await workbench.page.keyboard.press('Control+J');
  await workbench.page.locator('.part.panel').waitFor({ state: 'hidden' });
  await workbench.goToLine(13);
  await workbench.waitForSquiggle('second trip');
  const conflicts = await workbench.showView('Conflicts');
  await conflicts.locator('.monaco-list-row').first().waitFor();
  await workbench.rest(await workbench.findWords('second trip'), 'first trip');
  await save(workbench, 'finding.png');
}

/** The four steps of the walkthrough, in its order. @param {Workbench} workbench */
async function takeSteps(workbench) {
  const file = '002_dcd7ed3244705664.txt';
  const line = 13;
  await firstRowOf(workbench, 'People');
  await workbench.openFile(file);
  await workbench.goToLine(line);
  await workbench.waitForSquiggle('second trip');
  await save(workbench, 'walkthrough/open.png');

  await workbench.goToLine(8);
  await workbench.rest(await workbench.findWords('Peskov said'), 'Dmitry Peskov');
  await save(workbench, 'walkthrough/names.png');

  await workbench.page.keyboard.press('Escape');
  await firstRowOf(workbench, 'Conflicts');
  await workbench.openFile(file);
  await workbench.goToLine(line);
  await workbench.waitForSquiggle('second trip');
  await workbench.rest(await workbench.findWords('second trip'), 'first trip');
  await save(workbench, 'walkthrough/conflicts.png');

  await workbench.page.keyboard.press('Escape');
  const text = readFileSync(join(ROOT, 'seeds', file), 'utf8').split('\n')[line - 1] ?? '';
  await workbench.goToLine(line, text.indexOf('second trip') + 3);
  await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
  await workbench.runCommand('Counterclaim: Compare Side by Side');
  await workbench.page.locator('.editor-group-container').nth(1).locator('.tab.active').waitFor();
  await save(workbench, 'walkthrough/compare.png');
}

/** @param {Workbench} workbench @param {string} view */
async function firstRowOf(workbench, view) {
  const pane = await workbench.showView(view);
  await pane.locator('.monaco-list-row').first().waitFor();
}

/** @param {Workbench} workbench @param {string} name */
async function save(workbench, name) {
  await workbench.page.screenshot({ path: join(ROOT, 'media', name) });
}
