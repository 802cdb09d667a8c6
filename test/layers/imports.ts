/** Reads the imports and the words of a TypeScript source without compiling it. */

export interface Import {
  /** The specifier as written. */
  readonly target: string;
  /** `import type` and `export type`: gone at run time. */
  readonly typeOnly: boolean;
}

/** Every import, re-export, dynamic import and `require` of a source. */
export function readImports(source: string): Import[] {
  const code = dropComments(source);
  const imports: Import[] = [];
  const statement =
    /\b(?:import|export)\s+(type\s+)?(?:[\w$*{][\w\s$*{},]*?from\s*)?(['"])([^'"\n]+)\2|\b(?:import|require)\s*\(\s*(['"])([^'"\n]+)\4/g;
  for (const match of code.matchAll(statement)) {
    imports.push({ target: match[3] ?? match[5] ?? '', typeOnly: match[1] !== undefined });
  }
  return imports;
}

/** The source without comments; strings stay, so that a `//` in one does not cut the line. */
export function dropComments(source: string): string {
  return source.replace(
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\[\s\S]|[^`\\])*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (_, text: string | undefined) => text ?? ' ',
  );
}

/** The source without comments and with empty strings: what a search for identifiers may look at. */
export function dropStrings(source: string): string {
  return dropComments(source).replace(/"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g, "''");
}
