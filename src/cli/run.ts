/** The commands: what is read, what is printed, which exit code; apart from the process, so that tests can call it. */
import { Command, CommanderError, Option } from 'commander';
import { version } from '../../package.json';
import { type Case, createCase, createEngine, type Resources } from '../engine';
import { loadDecisions } from './decisions';
import { findArticles } from './files';
import { formatJson } from './json';
import { loadArticle } from './load';
import type { PathProblem } from './problems';
import { plain } from './terminal';
import { formatText, hasSubstance } from './text';

/** Where the commands write, and what they need from the process. */
export interface Surroundings {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly colour: boolean;
  readonly readResources: () => Resources;
}

/** Nothing of substance · contradictions or discrepancies · bad use. */
export const EXIT = { clean: 0, findings: 1, badUse: 2 } as const;

const ABOUT = `Reads several news articles about one event against each other and shows where they disagree.
All files of one call are one case; a folder stands for every .txt, .article and .news file in it and below.`;
const EXITS = `
What was decided in the editor counts: .counterclaim/decisions.json of the folder, or of the nearest one above.
Dismissed conflicts are only counted, accepted ones are marked.
Exit codes: 0 no contradiction or discrepancy that is not dismissed, 1 at least one (check only), 2 bad use.`;

/** Runs one call. @param args the arguments after the program's name; @returns the exit code */
export function run(args: readonly string[], around: Surroundings): number {
  let code: number = EXIT.clean;
  const program = new Command('counterclaim')
    .description(ABOUT)
    .version(version)
    .addHelpText('after', EXITS)
    .exitOverride()
    .configureOutput({ writeOut: around.out, writeErr: around.err });
  program
    .command('analyze')
    .description('print everything found: names, quotations, claims, conflicts')
    .argument('<path...>', 'article files and folders')
    .addOption(new Option('--format <format>', 'how to print it').choices(['json']).default('json'))
    .action((paths: string[]) => {
      const { current, problems, missing } = readCase(paths, around);
      around.out(`${JSON.stringify(formatJson(current, problems))}\n`);
      code = missing ? EXIT.badUse : EXIT.clean;
    });
  program
    .command('check')
    .description('print where the articles disagree, for people')
    .argument('<path...>', 'article files and folders')
    .option('--explain', 'say why two claims were paired and which rule spoke')
    .action((paths: string[], { explain = false }: { explain?: boolean }) => {
      const { current, problems, missing } = readCase(paths, around);
      for (const { path, message } of problems) around.err(`${plain(path)}: ${message}\n`);
      around.out(formatText(current, { colour: around.colour, explain }));
      const found = hasSubstance(current.result().conflicts) ? EXIT.findings : EXIT.clean;
      code = missing ? EXIT.badUse : found;
    });
  try {
    program.parse(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT.clean : EXIT.badUse;
  }
  return code;
}

interface Read {
  readonly current: Case;
  readonly problems: readonly PathProblem[];
  readonly missing: boolean;
}

/** Reads and analyses file by file, so that no more than one file's bytes are held beside the facts. */
function readCase(paths: readonly string[], around: Surroundings): Read {
  const { files, problems: unfound, missing } = findArticles(paths);
  const problems: PathProblem[] = [...unfound];
  const engine = createEngine(around.readResources());
  const current = createCase();
  for (const path of files) {
    const { input, problems: odd } = loadArticle(path);
    problems.push(...odd);
    if (input === undefined) continue;
    const facts = engine.analyze(input);
    for (const { message } of facts.problems) problems.push({ path, message });
    current.set({ id: input.id, text: input.text, facts });
  }
  const { decisions, problems: odd } = loadDecisions(paths, [...current.articles.keys()]);
  current.decide(decisions);
  return { current, problems: [...problems, ...odd], missing };
}
