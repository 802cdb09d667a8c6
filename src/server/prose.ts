/** Which places of an article are its own words: teasers of other stories and page furniture are not. */
import type { Article, RegionKind, Span } from '../engine';

const NOT_PROSE: ReadonlySet<RegionKind> = new Set(['boilerplate', 'related']);

export function isProseRegion(kind: RegionKind): boolean {
  return !NOT_PROSE.has(kind);
}

/** Whether some of `span` stands in headline, body or another region of the article's own words. */
export function standsInProse({ facts: { regions } }: Article, { start, end }: Span): boolean {
  // Regions are in order and apart: the first that ends after `start` is found by halving.
  let low = 0;
  let high = regions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((regions[middle]?.end ?? 0) > start) high = middle;
    else low = middle + 1;
  }
  for (let at = low; at < regions.length; at++) {
    const region = regions[at];
    if (region === undefined || region.start >= end) return false;
    if (isProseRegion(region.kind)) return true;
  }
  return false;
}
