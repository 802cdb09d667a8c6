/** The data files that the engine needs; the host reads them and hands them over, so the engine opens nothing. */

/** File names under `dist/`, in the order in which a host may read them. */
export const RESOURCE_FILES = {
  /** wink-nlp's English core model, JSON. */
  english: 'english.json',
} as const;

/** The files' bytes by key. */
export type Resources = Readonly<Record<keyof typeof RESOURCE_FILES, Uint8Array>>;
