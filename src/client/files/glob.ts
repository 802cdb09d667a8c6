/** Globs of the setting `counterclaim.articles` as a test on relative paths, the same on every file system. */

/**
 * Compiles a glob with `**`, `*`, `?`, `[a-z]`, `[!a]` and `{a,b}`; case does not matter.
 * @returns `undefined` when the glob cannot be understood (unclosed bracket or brace)
 */
export function compileGlob(glob: string): ((path: string) => boolean) | undefined {
  const source = translate(glob.replace(/^\.?\//, ''));
  if (source === undefined) return undefined;
  try {
    const pattern = new RegExp(`^${source}$`, 'iu');
    return (path) => pattern.test(path);
  } catch {
    return undefined;
  }
}

const LITERAL = /[\\^$.|?*+()[\]{}/]/;
/** The pieces of a glob, the longest first. */
const PIECE = /\*\*\/|\*\*|\*|\?|\[.[^\]]*\]|[\s\S]/gu;
const WILD: Readonly<Record<string, string>> = {
  '**/': '(?:[^/]+/)*',
  '**': '.*',
  '*': '[^/]*',
  '?': '[^/]',
  '{': '(?:',
  '}': ')',
};

function translate(glob: string): string | undefined {
  let source = '';
  let depth = 0;
  for (const [piece] of glob.matchAll(PIECE)) {
    if (piece === '{') depth++;
    if (piece === '}') depth--;
    if (depth < 0 || piece === '[') return undefined;
    if (piece.length > 1 && piece.startsWith('[')) source += translateClass(piece.slice(1, -1));
    else if (piece === ',' && depth > 0) source += '|';
    else source += WILD[piece] ?? (LITERAL.test(piece) ? `\\${piece}` : piece);
  }
  return depth === 0 ? source : undefined;
}

function translateClass(inside: string): string {
  const isNegated = inside.length > 1 && inside.startsWith('!');
  const units = (isNegated ? inside.slice(1) : inside).replace(/[\\[\]^]/g, '\\$&');
  return isNegated ? `[^/${units}]` : `[${units}]`;
}

/**
 * A test on paths relative to a workspace folder. A path matches with and without the folder's own name before
 * it, so that opening `seeds/` itself finds the same articles as opening its parent.
 */
export function createMatcher(
  globs: readonly string[],
  folderName: string,
): { matches(path: string): boolean; readonly wrong: readonly string[] } {
  const compiled = globs.map((glob) => ({ glob, test: compileGlob(glob) }));
  const tests = compiled.flatMap(({ test }) => (test ? [test] : []));
  return {
    matches: (path) => tests.some((test) => test(path) || test(`${folderName}/${path}`)),
    wrong: compiled.filter(({ test }) => test === undefined).map(({ glob }) => glob),
  };
}
