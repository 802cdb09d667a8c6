/** The settings with their defaults: the one source of truth for client, server and (by a test) package.json. */
import type { ConflictKind, Severity } from '../engine';

/** Which files are articles, unless `counterclaim.articles` says otherwise. */
export const DEFAULT_ARTICLES: readonly string[] = [
  '**/*.article',
  '**/*.news',
  '**/{seeds,articles,sources}/**/*.txt',
  '**/[0-9][0-9][0-9]_*.txt',
];

/** How findings of one kind are shown: as their severity says, always as one level, or not at all. */
export const LEVELS = ['auto', 'warning', 'information', 'hint', 'off'] as const;
export type Level = (typeof LEVELS)[number];

/** Kinds of conflicts as keys of a setting; the compiler sees to it that none is missing. */
const KINDS: Readonly<Record<ConflictKind, true>> = {
  number: true,
  time: true,
  place: true,
  actor: true,
  attribution: true,
  wording: true,
  polarity: true,
  modality: true,
  identity: true,
};
const THRESHOLDS: readonly Severity[] = ['contradiction', 'discrepancy', 'variation'];
export const INLAY_HINTS = ['off', 'quotations', 'all'] as const;
const MOST_FINDINGS = 1000;

/** What a workspace folder wants; the keys are those of the settings without their section. */
export interface Settings {
  readonly 'findings.severity': Readonly<Partial<Record<ConflictKind, Level>>>;
  /** The least grave findings that are shown in the text and in Problems. */
  readonly 'findings.threshold': Severity;
  /** Most findings of one article that are shown, the gravest first; 0: all. */
  readonly 'findings.mostPerArticle': number;
  /** Paths of articles below the folder whose findings are not shown. */
  readonly 'findings.mutedArticles': readonly string[];
  readonly inlayHints: (typeof INLAY_HINTS)[number];
  readonly 'codeLens.headline': boolean;
  readonly 'codeLens.conflicts': boolean;
  readonly foldBoilerplateOnOpen: boolean;
  readonly followCursor: boolean;
}
export type SettingKey = keyof Settings;

export const DEFAULT_SETTINGS: Settings = {
  'findings.severity': {},
  'findings.threshold': 'variation',
  'findings.mostPerArticle': 100,
  'findings.mutedArticles': [],
  inlayHints: 'quotations',
  'codeLens.headline': true,
  'codeLens.conflicts': true,
  foldBoilerplateOnOpen: false,
  followCursor: false,
};

type Check<T> = (value: unknown) => T | undefined;
const isBoolean: Check<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);
const oneOf =
  <T extends string>(...values: readonly T[]): Check<T> =>
  (value) =>
    values.find((one) => one === value);

/** For each setting what it must be, in words, and the test that gives its value back. */
const CHECKS: {
  readonly [K in SettingKey]: { readonly expected: string; readonly check: Check<Settings[K]> };
} = {
  'findings.severity': {
    expected: `an object of kinds (${Object.keys(KINDS).join(', ')}) with ${LEVELS.join(', ')}`,
    check: readLevels,
  },
  'findings.threshold': { expected: THRESHOLDS.join(', '), check: oneOf(...THRESHOLDS) },
  'findings.mostPerArticle': {
    expected: `a whole number from 0 to ${MOST_FINDINGS}`,
    check: (value) => (Number.isInteger(value) && isWithin(value) ? value : undefined),
  },
  'findings.mutedArticles': { expected: 'a list of paths', check: readPaths },
  inlayHints: { expected: INLAY_HINTS.join(', '), check: oneOf(...INLAY_HINTS) },
  'codeLens.headline': { expected: 'true or false', check: isBoolean },
  'codeLens.conflicts': { expected: 'true or false', check: isBoolean },
  foldBoilerplateOnOpen: { expected: 'true or false', check: isBoolean },
  followCursor: { expected: 'true or false', check: isBoolean },
};
export const SETTING_KEYS = Object.keys(CHECKS) as readonly SettingKey[];

/** A setting whose value cannot be used; its default stands. */
export interface WrongSetting {
  readonly key: SettingKey;
  /** What it must be and what it is. */
  readonly reason: string;
}

/** @param get the value that the user's settings hold for a key, of any type; `undefined`: none */
export function readSettings(get: (key: SettingKey) => unknown): {
  readonly settings: Settings;
  readonly wrong: readonly WrongSetting[];
} {
  const wrong: WrongSetting[] = [];
  const read = <K extends SettingKey>(key: K): Settings[K] => {
    const value = get(key);
    if (value === undefined || value === null) return DEFAULT_SETTINGS[key];
    const { expected, check } = CHECKS[key];
    const checked = check(value);
    if (checked !== undefined) return checked;
    wrong.push({ key, reason: `expected ${expected}; found ${JSON.stringify(value)}` });
    return DEFAULT_SETTINGS[key];
  };
  const settings: Settings = {
    'findings.severity': read('findings.severity'),
    'findings.threshold': read('findings.threshold'),
    'findings.mostPerArticle': read('findings.mostPerArticle'),
    'findings.mutedArticles': read('findings.mutedArticles'),
    inlayHints: read('inlayHints'),
    'codeLens.headline': read('codeLens.headline'),
    'codeLens.conflicts': read('codeLens.conflicts'),
    foldBoilerplateOnOpen: read('foldBoilerplateOnOpen'),
    followCursor: read('followCursor'),
  };
  return { settings, wrong };
}

function isWithin(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= MOST_FINDINGS;
}

function readPaths(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : undefined;
}

function readLevels(value: unknown): Settings['findings.severity'] | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const toLevel = oneOf(...LEVELS);
  const levels: Partial<Record<ConflictKind, Level>> = {};
  for (const [kind, choice] of Object.entries(value)) {
    const level = toLevel(choice);
    if (!isKind(kind) || level === undefined) return undefined;
    levels[kind] = level;
  }
  return levels;
}

function isKind(key: string): key is ConflictKind {
  return Object.hasOwn(KINDS, key);
}

/**
 * The globs of `counterclaim.articles`.
 * @param value what the user's settings hold, of any type
 * @returns the globs that are usable, and what is wrong with the rest in one sentence each
 */
export function readArticleGlobs(value: unknown): {
  readonly globs: readonly string[];
  readonly wrong: readonly string[];
} {
  if (value === undefined || value === null) return { globs: DEFAULT_ARTICLES, wrong: [] };
  if (!Array.isArray(value)) {
    return { globs: DEFAULT_ARTICLES, wrong: [`expected a list of globs, found ${typeof value}`] };
  }
  const globs = value.filter((glob): glob is string => typeof glob === 'string' && glob.trim() !== '');
  const wrong = value
    .filter((glob) => typeof glob !== 'string' || glob.trim() === '')
    .map((glob) => `not a glob: ${JSON.stringify(glob)}`);
  return { globs, wrong };
}
