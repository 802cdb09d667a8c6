/** What `npm run eval` measures: data, scorer, targets, and where the figures stand in a scorer's output. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

export const SHARED = '../shared';
const score = (name: string) => join(SHARED, 'score', `score-${name}.mjs`);
const gold = (folder: string) => join(SHARED, 'gold', folder);

/** A figure that a scorer prints, with its target. */
export interface Figure {
  readonly label: string;
  /** Its first group is the figure. */
  readonly pattern: RegExp;
  readonly target?: number;
  /** Whether lower is better. */
  readonly below?: boolean;
}

export interface Measure {
  readonly title: string;
  /** A script that takes `--cli COMMAND` and then these arguments. */
  readonly script: string;
  readonly data: readonly string[];
  readonly figures: readonly Figure[];
  /** Peers to run through the same script. */
  readonly peers: readonly Peer[];
  /** Models whose part in it is measured. */
  readonly models: readonly ModelName[];
}

export type Peer = 'compromise' | 'marks';
export const PEERS: Readonly<Record<Peer, string>> = {
  compromise: 'compromise',
  marks: 'whatever stands between quotation marks',
};
export const MODELS = { names: 'names.bin', quotations: 'quotations.bin' } as const;
export type ModelName = keyof typeof MODELS;

function goldFiles(folder: string): string[] {
  try {
    return readdirSync(gold(folder))
      .filter((name) => name.endsWith('.gold.json'))
      .sort()
      .map((name) => join(gold(folder), name));
  } catch {
    return [gold(folder)];
  }
}

const clusters = () => [gold('seeds.gold.json'), ...goldFiles('dev')];
const twins = (kind: string) =>
  goldFiles('twins').filter((path) => path.includes(kind) || path === gold('twins'));
const total = (line: string, rest: string) => new RegExp(`TOTAL[^]*?${line}[^\\n]*?${rest}`);

/** All measures, in the order of the report. */
export function listMeasures(): Measure[] {
  return [
    {
      title: 'Attribution: content, cue, source',
      script: score('quotations'),
      data: [join(SHARED, 'polnear', 'dev')],
      figures: [
        { label: 'quoted content, loose F1', pattern: /^quoted.*?loose.*?F1 +([\d.]+)/m, target: 93 },
        { label: 'quoted content, tight F1', pattern: /^quoted.*?tight.*?F1 +([\d.]+)/m, target: 86 },
        { label: 'quoted: source right', pattern: /^quoted.*?source +([\d.]+)/m, target: 95 },
        { label: 'quoted: cue right', pattern: /^quoted.*?cue +([\d.]+)/m, target: 95 },
        { label: 'all attribution, loose F1', pattern: /^all.*?loose.*?F1 +([\d.]+)/m, target: 78 },
        { label: 'all attribution, tight F1', pattern: /^all.*?tight.*?F1 +([\d.]+)/m, target: 62 },
        { label: 'all: source right', pattern: /^all.*?source +([\d.]+)/m, target: 91 },
      ],
      peers: ['compromise', 'marks'],
      models: ['quotations', 'names'],
    },
    {
      title: 'Speakers of the seeds’ quotations',
      script: 'eval/speakers.mjs',
      data: [gold('seeds.gold.json')],
      figures: [{ label: 'speaker right, %', pattern: /right ([\d.]+) %/, target: 93 }],
      peers: [],
      models: ['quotations', 'names'],
    },
    {
      title: 'Person mentions and linking',
      script: score('people'),
      data: clusters(),
      figures: [
        { label: 'person mentions F1', pattern: /mentions P.*?F1 +([\d.]+)/, target: 93 },
        { label: 'linking B³ F1', pattern: /B3 P.*?F1 +([\d.]+)/, target: 96 },
      ],
      peers: ['compromise'],
      models: ['names'],
    },
    {
      title: 'Typed names in wire copy',
      script: score('names'),
      data: [join(SHARED, 'conll2003', 'eng.testa')],
      figures: [
        { label: 'person, exact F1', pattern: /^person.*?exact.*?F1 +([\d.]+)/m, target: 91 },
        { label: 'place, exact F1', pattern: /^place.*?exact.*?F1 +([\d.]+)/m, target: 88 },
        { label: 'organisation, exact F1', pattern: /^organi[sz]ation.*?exact.*?F1 +([\d.]+)/m, target: 80 },
      ],
      peers: ['compromise'],
      models: ['names'],
    },
    {
      title: 'Regions of the seeds',
      script: 'eval/regions.mjs',
      data: [],
      figures: [{ label: 'boilerplate lines found, %', pattern: /found \d+ of \d+ \(([\d.]+)/, target: 97 }],
      peers: [],
      models: [],
    },
    {
      title: 'Conflicts: clusters of real and invented articles, and the seeds',
      script: score('conflicts'),
      data: clusters(),
      figures: [
        { label: 'substance recall, %', pattern: total('substance', 'recall +([\\d.]+)'), target: 55 },
        { label: 'substance precision, %', pattern: total('substance', 'precision +([\\d.]+)'), target: 60 },
        { label: 'variation recall, %', pattern: total('variation', 'recall +([\\d.]+)'), target: 75 },
        { label: 'variation precision, %', pattern: total('variation', 'precision +([\\d.]+)'), target: 75 },
      ],
      peers: [],
      models: [],
    },
    {
      title: 'Conflicts: twins with six facts changed',
      script: score('conflicts'),
      data: twins('changed-'),
      figures: [
        { label: 'substance recall, %', pattern: total('substance', 'recall +([\\d.]+)') },
        { label: 'substance precision, %', pattern: total('substance', 'precision +([\\d.]+)') },
      ],
      peers: [],
      models: [],
    },
    {
      title: 'Conflicts: twins with the same facts (12 pairs)',
      script: score('conflicts'),
      data: twins('same-'),
      figures: [
        {
          label: 'findings of substance in 12 pairs',
          pattern: total('substance', 'precision[^\\n]*?\\(\\d+/(\\d+)\\)'),
          target: 3,
          below: true,
        },
      ],
      peers: [],
      models: [],
    },
  ];
}
