/** Opens a copy of the seeds in the real workbench, with the packed extension installed, for a suite of tests. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export type Workbench = import('../../scripts/vscode/workbench.mjs').Workbench;

export interface OpenCase {
  readonly workbench: Workbench;
  /** The folder that is open: a copy of seeds/. */
  readonly folder: string;
  /** Takes a picture when `failed`, then ends everything. */
  close(failed: boolean): Promise<void>;
}

const PICTURES = join('out', 'reports');

/** The scripts are modules of their own, which find their files beside themselves. */
export function importScript<T>(name: string): Promise<T> {
  return import(pathToFileURL(join('scripts', name)).href) as Promise<T>;
}

export async function openCase(): Promise<OpenCase> {
  const { prepareSession } =
    await importScript<typeof import('../../scripts/vscode/session.mjs')>('vscode/session.mjs');
  const { Workbench } =
    await importScript<typeof import('../../scripts/vscode/workbench.mjs')>('vscode/workbench.mjs');
  const scratch = mkdtempSync(join(tmpdir(), 'counterclaim-ui-'));
  const folder = join(scratch, 'seeds');
  cpSync('seeds', folder, { recursive: true });
  const home = join(scratch, 'home');
  await prepareSession(home);
  // Not trusted: the extension must work in Restricted Mode.
  const workbench = await Workbench.open({ home, folder, trusted: false });
  return {
    workbench,
    folder,
    async close(failed) {
      mkdirSync(PICTURES, { recursive: true });
      if (failed) await workbench.page.screenshot({ path: join(PICTURES, 'ui-failure.png') });
      await workbench.close();
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}

/** The articles by file name. */
export function readSeeds(folder = 'seeds'): Map<string, string> {
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}
