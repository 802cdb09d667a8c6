/** `npm run lint:regex`: checks every regular expression under src/ for super-linear backtracking with recheck. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from 'recheck';
import { findRegexes, type Regex } from './find-regexes';

/** Generous: it bounds a search for an attack, and a pattern that needs longer deserves to be simplified. */
const TIMEOUT_MS = 20_000;

interface Found extends Regex {
  readonly file: string;
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
);
const found = files.flatMap((name): Found[] => {
  const file = join('src', name);
  return findRegexes(readFileSync(file, 'utf8')).map((regex) => ({ ...regex, file }));
});

/** Empty when the pattern runs in linear time. */
async function judge(source: string, flags: string): Promise<string> {
  const verdict = await check(source, flags, { timeout: TIMEOUT_MS });
  if (verdict.status === 'safe') return '';
  if (verdict.status === 'vulnerable') return verdict.complexity.summary;
  return 'could not be judged; write it more simply';
}

async function main(): Promise<void> {
  const verdicts = new Map<string, string>();
  let complaints = 0;
  for (const { file, line, source, flags } of found) {
    const key = `/${source}/${flags}`;
    const verdict = verdicts.get(key) ?? (await judge(source, flags));
    verdicts.set(key, verdict);
    if (verdict === '') continue;
    complaints++;
    console.error(`${file}:${line}: ${key}: ${verdict}`);
  }
  console.log(`${found.length} regular expressions in ${files.length} files, ${complaints} not linear`);
  process.exit(complaints === 0 && found.length > 0 ? 0 : 1);
}

void main();
