/** Finds the regular expression literals of TypeScript source, without a compiler. */

export interface Regex {
  readonly source: string;
  readonly flags: string;
  /** From 1. */
  readonly line: number;
}

/** After one of these a slash starts a regular expression; after a value it divides. */
const BEFORE_REGEX = new Set([...'([{,;:=!&|?+-*%<>~^}']);
const WORDS_BEFORE_REGEX = /\b(?:return|typeof|case|in|of|yield|await|void|new)$/;

/** All literals of `code`, in order; what stands in comments, strings and templates' texts is left alone. */
export function findRegexes(code: string): Regex[] {
  const found: Regex[] = [];
  let at = 0;
  let line = 1;
  /** The last character that is neither white space nor comment. */
  let last = -1;
  /** How many braces are open inside each open `${`. */
  const templates: number[] = [];

  const skipTo = (end: number) => {
    for (; at < end; at++) if (code.charCodeAt(at) === 10) line++;
  };
  while (at < code.length) {
    const char = code.charAt(at);
    const next = code.charAt(at + 1);
    if (char === '/' && next === '/') skipTo(indexOrEnd(code, '\n', at));
    else if (char === '/' && next === '*') skipTo(indexOrEnd(code, '*/', at + 2) + 2);
    else if (char === "'" || char === '"') {
      skipTo(endOfString(code, at, char));
      last = at - 1;
    } else if (char === '`' || (char === '}' && templates.at(-1) === 0)) {
      if (char === '}') templates.pop();
      const end = endOfTemplatePart(code, at + 1);
      if (code.charAt(end - 1) === '{') templates.push(0);
      skipTo(end);
      last = at - 1;
    } else if (char === '/' && startsRegex(code, last)) {
      const end = endOfRegex(code, at);
      const flags = /^[a-z]*/.exec(code.slice(end, end + 10))?.[0] ?? '';
      found.push({ source: code.slice(at + 1, end - 1), flags, line });
      skipTo(end + flags.length);
      last = at - 1;
    } else {
      const open = templates.length - 1;
      if (open >= 0 && (char === '{' || char === '}')) {
        templates[open] = (templates[open] ?? 0) + (char === '{' ? 1 : -1);
      }
      if (!/\s/.test(char)) last = at;
      skipTo(at + 1);
    }
  }
  return found;
}

function startsRegex(code: string, last: number): boolean {
  if (last < 0) return true;
  return (
    BEFORE_REGEX.has(code.charAt(last)) ||
    WORDS_BEFORE_REGEX.test(code.slice(Math.max(0, last - 10), last + 1))
  );
}

function indexOrEnd(code: string, what: string, from: number): number {
  const index = code.indexOf(what, from);
  return index < 0 ? code.length : index;
}

function endOfString(code: string, start: number, quote: string): number {
  let at = start + 1;
  while (at < code.length && code.charAt(at) !== quote) at += code.charAt(at) === '\\' ? 2 : 1;
  return at + 1;
}

/** Index after the closing backtick, or after the next `${`. */
function endOfTemplatePart(code: string, start: number): number {
  let at = start;
  while (at < code.length) {
    if (code.charAt(at) === '`') return at + 1;
    if (code.charAt(at) === '$' && code.charAt(at + 1) === '{') return at + 2;
    at += code.charAt(at) === '\\' ? 2 : 1;
  }
  return at;
}

/** Index after the closing slash; a slash inside a character class does not close. */
function endOfRegex(code: string, start: number): number {
  let inClass = false;
  let at = start + 1;
  while (at < code.length) {
    const char = code.charAt(at);
    if (char === '[') inClass = true;
    else if (char === ']') inClass = false;
    else if (char === '/' && !inClass) return at + 1;
    at += char === '\\' ? 2 : 1;
  }
  return at;
}
