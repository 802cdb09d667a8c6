// @ts-check
// `npm run screenshots`: takes the pictures in media/ from the real workbench, with the packed extension, on the seeds.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packExtension } from './packing.mjs';
import { step } from './progress.mjs';
import { build, installDependencies, ROOT, runMain } from './setup.mjs';
import { prepareSession } from './vscode/session.mjs';
import { Workbench } from './vscode/workbench.mjs';

/** High enough for a hover above the Problems panel. */
const SIZE = { width: 1440, height: 1040 };

await runMain(async () => {
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
      const workbench = await Workbench.open({ home, folder, size: SIZE });
      try {
        await takeAll(workbench);
      } finally {
        await workbench.close();
      }
    });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
});

/** @param {Workbench} workbench */
async function takeAll(workbench) {
  const people = await workbench.showView('People');
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

/** @param {Workbench} workbench @param {string} name */
async function save(workbench, name) {
  await workbench.page.screenshot({ path: join(ROOT, 'media', name) });
}
