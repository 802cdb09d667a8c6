/** `npm run eval [-- --quick]`: runs every scorer on us and on the peers and writes docs/accuracy.md. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { listMeasures, type Measure, PEERS } from './measures';
import { type Row, type Section, writeReport } from './report';
import { findAbsent, OURS, scorePeer, scoreWith, scoreWithout } from './score';

/** Without peers and without taking models away. */
const quick = process.argv.includes('--quick');

function measureAll(measure: Measure): Section {
  const absent = findAbsent(measure);
  if (absent.length > 0) return { measure, absent, rows: [] };
  const rows: Row[] = [{ name: 'Counterclaim', outcome: scoreWith(measure, OURS) }];
  if (!quick) {
    for (const model of measure.models) {
      rows.push({ name: `without the ${model} model`, outcome: scoreWithout(measure, model) });
    }
    for (const peer of measure.peers) rows.push({ name: PEERS[peer], outcome: scorePeer(measure, peer) });
  }
  return { measure, absent, rows };
}

const sections = listMeasures().map((measure) => {
  process.stderr.write(`${measure.title}\n`);
  return measureAll(measure);
});
const report = writeReport(sections, new Date().toISOString().slice(0, 10));
mkdirSync('docs', { recursive: true });
writeFileSync('docs/accuracy.md', report);
process.stdout.write(report);
