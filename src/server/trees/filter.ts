/** Filters and orders the nodes of a view: by words of their labels, and for groups of the nodes below. */
import type { Branch } from './tree';

/**
 * The branches that hold every word of `filter` in label or description, whatever the case of letters.
 * A group stays while something below it does, and opens.
 * @param filter empty: everything stays
 */
export function filterBranches(branches: readonly Branch[], filter: string): Branch[] {
  const words = filter
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return words.length === 0 ? [...branches] : filterByWords(branches, words);
}

function filterByWords(branches: readonly Branch[], words: readonly string[]): Branch[] {
  return branches.flatMap((branch) => {
    const { label, description = '', terms = '', isGroup, expand } = branch;
    if (isGroup === true && expand) {
      const below = filterByWords(expand(), words);
      if (below.length === 0) return [];
      const counted = branch.context === 'case' ? {} : { description: String(below.length) };
      return [{ ...branch, ...counted, expanded: true, expand: () => below }];
    }
    const text = `${label} ${description} ${terms}`.toLowerCase();
    return words.every((word) => text.includes(word)) ? [branch] : [];
  });
}

export function compareNames(a: string, b: string): number {
  return a.localeCompare(b, 'en') || (a < b ? -1 : a > b ? 1 : 0);
}

/** The latest date first, those without one last. */
export function compareDates(a: string | null | undefined, b: string | null | undefined): number {
  return (b ?? '').localeCompare(a ?? '');
}
