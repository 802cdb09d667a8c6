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

function translate(glob: string): string | undefined {
  let source = '';
  let depth = 0;
  for (let at = 0; at < glob.length; at++) {
    const unit = glob.charAt(at);
    if (glob.startsWith('**/', at)) {
      source += '(?:[^/]+/)*';
      at += 2;
    } else if (glob.startsWith('**', at)) {
      source += '.*';
      at += 1;
    } else if (unit === '*') source += '[^/]*';
    else if (unit === '?') source += '[^/]';
    else if (unit === '{') {
      depth++;
      source += '(?:';
    } else if (unit === '}' && depth > 0) {
      depth--;
      source += ')';
    } else if (unit === ',' && depth > 0) source += '|';
    else if (unit === '[') {
      const end = glob.indexOf(']', at + 2);
      if (end < 0) return undefined;
      const inside = glob.slice(at + 1, end).replace(/[\\[\]^]/g, '\\$&');
      source += inside.startsWith('!') ? `[^/${inside.slice(1)}]` : `[${inside}]`;
      at = end;
    } else source += LITERAL.test(unit) ? `\\${unit}` : unit;
  }
  return depth === 0 ? source : undefined;
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
