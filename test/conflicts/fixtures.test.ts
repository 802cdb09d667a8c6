/** Every case of every fixture file: the listed pairs are found, all others are silent. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedEngine } from '../engine';
import { checkCase } from './check';
import { parseFixture } from './fixture';

const FOLDER = join(process.cwd(), 'test', 'conflicts');

describe('conflict fixtures', function () {
  // The first case builds the engine.
  this.timeout(180_000);
  /** `FIXTURES=number,time` narrows a run to those files. */
  const { FIXTURES } = process.env;
  const only = FIXTURES?.split(',');
  const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt') && (only?.includes(name.slice(0, -4)) ?? true))
    .sort();
  let ran = 0;
  after(() => assert.ok(ran > 0, 'no fixture ran'));

  for (const file of files) {
    describe(file, () => {
      for (const fixture of parseFixture(file, readFileSync(join(FOLDER, file), 'utf8'))) {
        it(fixture.title, () => {
          ran++;
          const { missed, extra } = checkCase(sharedEngine(), fixture);
          const report = [
            ...(missed.length > 0 ? ['missed:', ...missed] : []),
            ...(extra.length > 0 ? ['extra:', ...extra] : []),
          ].join('\n    ');
          if (report !== '') assert.fail(`${file}:${fixture.line} ${fixture.title}\n    ${report}`);
        });
      }
    });
  }
});
