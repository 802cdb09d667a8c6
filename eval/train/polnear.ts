/** Reads PolNeAR articles with their annotated attributions (brat standoff; offsets count code points there, UTF-16 here). */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '../../src/engine/types';

export interface Attribution {
  readonly content: readonly Span[];
  readonly cue: readonly Span[];
  readonly source: readonly Span[];
}

export interface AnnotatedArticle {
  readonly name: string;
  readonly text: string;
  readonly attributions: readonly Attribution[];
}

/**
 * All articles of `folder`, by name.
 * @param which of several annotations of one article: `first` by name, or `every` (the article then comes as often)
 */
export function readPolnear(folder: string, which: 'first' | 'every' = 'first'): AnnotatedArticle[] {
  const annotations = new Map<string, string[]>();
  for (const name of readdirSync(join(folder, 'attributions')).sort()) {
    for (const stem of [name.replace(/_[^_]*\.ann$/, ''), name.replace(/\.ann$/, '')])
      annotations.set(stem, [...(annotations.get(stem) ?? []), name]);
  }
  return readdirSync(join(folder, 'text'))
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => {
      const found = annotations.get(name.replace(/\.txt$/, '')) ?? [];
      const text = readFileSync(join(folder, 'text', name), 'utf8').replace(/^\uFEFF/, '');
      return found.slice(0, which === 'first' ? 1 : found.length).map((annotation) => {
        const standoff = readFileSync(join(folder, 'attributions', annotation), 'utf8');
        return { name, text, attributions: readAttributions(standoff, text) };
      });
    });
}

/** Whether an article belongs to the part of train that is held out (about 15 %), by a hash of its name. */
export function isHeldOut(name: string): boolean {
  let hash = 0x811c9dc5;
  for (const unit of name) hash = Math.imul(hash ^ unit.charCodeAt(0), 0x01000193);
  return (hash >>> 8) % 100 < 15;
}

function readAttributions(standoff: string, text: string): Attribution[] {
  const units = codePointOffsets(text);
  const spans = new Map<string, Span[]>();
  const lines = standoff.split('\n').map((line) => line.split('\t'));
  for (const [id = '', place = ''] of lines) {
    if (!id.startsWith('T')) continue;
    const parts = place.replace(/^\S+ /, '').split(';');
    spans.set(
      id,
      parts.map((part) => {
        const [start = 0, end = 0] = part
          .trim()
          .split(' ')
          .map((offset) => units[Number(offset)] ?? text.length);
        return { start, end };
      }),
    );
  }
  return lines.flatMap(([id = '', roles = '']) => {
    if (!id.startsWith('E')) return [];
    const of = (role: string) =>
      roles
        .split(' ')
        .filter((part) => part.replace(/\d*:.*$/, '') === role)
        .flatMap((part) => spans.get(part.replace(/^.*:/, '')) ?? [])
        .sort((a, b) => a.start - b.start);
    const content = of('Content');
    return content.length === 0 ? [] : [{ content, cue: of('Cue'), source: of('Source') }];
  });
}

function codePointOffsets(text: string): number[] {
  const offsets: number[] = [];
  let unit = 0;
  for (const character of text) {
    offsets.push(unit);
    unit += character.length;
  }
  offsets.push(unit);
  return offsets;
}
