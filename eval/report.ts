/** docs/accuracy.md: every figure from the run that wrote it; prose that people wrote is included from files. */
import { existsSync, readFileSync } from 'node:fs';
import type { Figure, Measure } from './measures';
import { OURS, type Outcome } from './score';

/** A contender's outcome under its name. */
export interface Row {
  readonly name: string;
  readonly outcome: Outcome;
}

export interface Section {
  readonly measure: Measure;
  /** Files of the data or scorer that are not there; nothing was measured then. */
  readonly absent: readonly string[];
  /** Ours first. */
  readonly rows: readonly Row[];
}

const HEAD = `<!-- Written by \`npm run eval\`; edit eval/report.ts, eval/errors.md and eval/stories.md instead. -->
# Accuracy

Figures are read from the scorers' own output. The data lies beside the repository in \`../shared\` and is not part of it; what is absent is named and not measured. “Without the … model” is the same program with that model's weights set to zero, so that only rules and word lists speak.
`;

/** The page, in Markdown. @param date ISO date of the run */
export function writeReport(sections: readonly Section[], date: string): string {
  const parts = [
    HEAD,
    `Measured on ${date}, Node ${process.version}. Run it again: \`npm run eval\`.`,
    ...sections.map(writeSection),
    include('eval/errors.md', '## The most frequent kinds of error'),
    include('eval/stories.md', '## What was read in stories without annotation'),
  ];
  return `${parts.join('\n\n')}\n`;
}

function writeSection({ measure, absent, rows }: Section): string {
  const title = `## ${measure.title}`;
  if (absent.length > 0)
    return `${title}\nNot measured: ${absent.map((path) => `\`${path}\``).join(', ')} absent.`;
  const [ours] = rows;

  const head = ['', ...rows.map(({ name }) => name), 'target', ''];
  const lines = measure.figures.map((figure) => {
    const values = rows.map(({ outcome }) => readFigure(figure, outcome));
    const target = figure.target === undefined ? '' : `${figure.below === true ? '≤' : '≥'} ${figure.target}`;
    return [
      figure.label,
      ...values.map((value) => value?.toString() ?? '–'),
      target,
      judge(figure, values[0]),
    ];
  });
  const table = [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  const troubles = rows.flatMap(({ name, outcome }) =>
    outcome.trouble === '' ? [] : [`Could not run ${name}: ${outcome.trouble}`],
  );
  const output = ours?.outcome.output?.trim().split('\n').slice(-LAST_LINES).join('\n') ?? '';
  return [
    title,
    table,
    ...troubles,
    `\`\`\`\n$ ${shorten(ours?.outcome.command ?? OURS)}\n${output}\n\`\`\``,
  ].join('\n\n');
}

/** Scorers end with their totals. */
const LAST_LINES = 4;
const LONGEST_COMMAND = 240;

/** Long lists of gold files are shortened by their common folder and the word before their first dash. */
function shorten(command: string): string {
  if (command.length <= LONGEST_COMMAND) return command;
  const kept = new Set<string>();
  for (const word of command.split(' ')) {
    const [, folder, first] = /^(\S+\/)(changed-|same-)?[^/\s]+\.gold\.json$/.exec(word) ?? [];
    kept.add(folder === undefined ? word : `${folder}${first ?? ''}*.gold.json`);
  }
  return [...kept].join(' ');
}

/** The figure in a scorer's output; `undefined` when it is not there. */
export function readFigure({ pattern }: Figure, { output }: Outcome): number | undefined {
  const found = output === undefined ? undefined : pattern.exec(output)?.[1];
  return found === undefined ? undefined : Number(found);
}

function judge({ target, below = false }: Figure, value: number | undefined): string {
  if (value === undefined) return 'not read';
  if (target === undefined) return '';
  return (below ? value <= target : value >= target) ? 'reached' : 'not reached';
}

function include(file: string, title: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : `${title}\nNot written yet (\`${file}\`).`;
}
