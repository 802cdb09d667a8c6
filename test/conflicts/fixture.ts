/** Reads conflict fixtures: articles with marked spans, and the pairs of spans that must be found. */
import {
  type ArticleInput,
  CONFLICT_KINDS,
  type ConflictKind,
  SEVERITIES,
  type Severity,
} from '../../src/engine';

/** A marked span of one article. */
export interface Label {
  readonly name: string;
  readonly article: string;
  readonly start: number;
  readonly end: number;
}

/** `a1 >< b1 number contradiction`. */
export interface Expectation {
  readonly left: Label;
  readonly right: Label;
  readonly kind: ConflictKind;
  readonly severity: Severity;
  /** Line of the fixture file, from 1. */
  readonly line: number;
}

export interface FixtureCase {
  readonly title: string;
  readonly line: number;
  readonly articles: readonly ArticleInput[];
  /** Empty when the case says `none`: every pair must be silent. */
  readonly expected: readonly Expectation[];
}

const MARKERS = /^ *\^+ [A-Za-z]\w*(?: +\^+ [A-Za-z]\w*)* *$/;
const MARKER = /(\^+) ([A-Za-z]\w*)/g;
const EXPECTED = /^(\w+) >< (\w+) (\w+) (\w+)$/;
const OPTION = /(\w+):(?:"([^"]*)"|(\S+))/g;

/**
 * Parses a fixture file.
 * `//= title` opens a case, `//- name outlet:X date:YYYY-MM-DD` an article, `//- expect` the list of pairs
 * (or the single word `none`). A line of spaces, carets and labels marks spans of the text line above it.
 * @throws Error that names file and line for anything else: a fixture that checks nothing must not pass
 */
export function parseFixture(file: string, source: string): FixtureCase[] {
  const cases: FixtureCase[] = [];
  let current: CaseReader | undefined;
  source.split('\n').forEach((text, i) => {
    const line = i + 1;
    if (text.startsWith('//= ')) {
      if (current !== undefined) cases.push(current.finish());
      current = new CaseReader(file, text.slice(4).trim(), line);
    } else if (current !== undefined) current.read(text, line);
    else if (text.trim() !== '' && !text.startsWith('# '))
      throw new Error(`${file}:${line}: no //= title yet`);
  });
  if (current !== undefined) cases.push(current.finish());
  if (cases.length === 0) throw new Error(`${file}: holds no case`);
  return cases;
}

interface Draft {
  readonly id: string;
  readonly metadata: { outlet?: string; published?: string };
  readonly lines: string[];
}

class CaseReader {
  readonly #drafts: Draft[] = [];
  readonly #labels = new Map<string, Label>();
  readonly #expected: Expectation[] = [];
  #expecting = false;
  #silent = false;

  constructor(
    readonly file: string,
    readonly title: string,
    readonly line: number,
  ) {}

  read(text: string, line: number): void {
    if (text.startsWith('//- expect')) this.#expecting = true;
    else if (text.startsWith('//- ')) this.#openArticle(text.slice(4), line);
    else if (text.startsWith('//')) throw this.#failure(line, `cannot read “${text}”`);
    else if (this.#expecting) this.#expect(text.trim(), line);
    else if (MARKERS.test(text)) this.#mark(text, line);
    else {
      const draft = this.#drafts.at(-1);
      if (draft !== undefined) draft.lines.push(text);
      else if (text.trim() !== '') throw this.#failure(line, 'text before the first article');
    }
  }

  finish(): FixtureCase {
    const { title, line } = this;
    if (this.#drafts.length < 2) throw this.#failure(line, `“${title}” needs two articles`);
    if (!this.#expecting || (this.#expected.length === 0) !== this.#silent) {
      throw this.#failure(line, `“${title}” expects nothing: list pairs after //- expect, or “none”`);
    }
    const articles = this.#drafts.map(({ id, metadata, lines }) => ({
      id,
      metadata,
      text: lines.join('\n'),
    }));
    return { title, line, articles, expected: this.#expected };
  }

  #openArticle(header: string, line: number): void {
    if (this.#expecting) throw this.#failure(line, 'an article after //- expect');
    const id = header.split(' ')[0] ?? '';
    if (this.#drafts.some((draft) => draft.id === id)) throw this.#failure(line, `a second article ${id}`);
    const metadata: { outlet?: string; published?: string } = {};
    for (const [, key, quoted, plain] of header.matchAll(OPTION)) {
      const value = quoted ?? plain ?? '';
      if (key === 'outlet') metadata.outlet = value;
      else if (key === 'date') metadata.published = value;
      else throw this.#failure(line, `no option ${key}`);
    }
    this.#drafts.push({ id, metadata, lines: [] });
  }

  #mark(text: string, line: number): void {
    const draft = this.#drafts.at(-1);
    const marked = draft?.lines.at(-1);
    if (draft === undefined || marked === undefined)
      throw this.#failure(line, 'a marker without a line above it');
    const before = draft.lines.slice(0, -1).reduce((length, above) => length + above.length + 1, 0);
    for (const { 1: carets = '', 2: name = '', index } of text.matchAll(MARKER)) {
      if (index + carets.length > marked.length)
        throw this.#failure(line, `${name} runs past the line it marks`);
      if (this.#labels.has(name)) throw this.#failure(line, `a second label ${name}`);
      const start = before + index;
      this.#labels.set(name, { name, article: draft.id, start, end: start + carets.length });
    }
  }

  #expect(text: string, line: number): void {
    if (text === '') return;
    if (text === 'none') {
      this.#silent = true;
      return;
    }
    const [, left = '', right = '', kind, severity] = EXPECTED.exec(text) ?? [];
    const known = CONFLICT_KINDS.find((name) => name === kind);
    const grade = SEVERITIES.find((name) => name === severity);
    if (known === undefined || grade === undefined) throw this.#failure(line, `cannot read “${text}”`);
    this.#expected.push({
      left: this.#label(left, line),
      right: this.#label(right, line),
      kind: known,
      severity: grade,
      line,
    });
  }

  #label(name: string, line: number): Label {
    const label = this.#labels.get(name);
    if (label === undefined) throw this.#failure(line, `no label ${name}`);
    return label;
  }

  #failure(line: number, message: string): Error {
    return new Error(`${this.file}:${line}: ${message}`);
  }
}
