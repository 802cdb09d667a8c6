/** The data files that the engine needs; the host reads them and hands them over, so the engine opens nothing. */

/** File names under `dist/`, in the order in which a host may read them. */
export const RESOURCE_FILES = {
  /** wink-nlp's English core model, JSON. */
  english: 'english.json',
  /** Learned tables of the quotation stage (`engine/quotations/model.ts`). */
  quotations: 'quotations.bin',
  /** Weights of the name model (eval/train/names). */
  names: 'names.bin',
} as const;

/** The files' bytes by key. */
export type Resources = Readonly<Record<keyof typeof RESOURCE_FILES, Uint8Array>>;

/**
 * All data files through one reader, for hosts that read synchronously.
 * @param read the bytes of a file of {@link RESOURCE_FILES}
 */
export function collectResources(read: (file: string) => Uint8Array): Resources {
  const keys = Object.keys(RESOURCE_FILES) as (keyof Resources)[];
  return Object.fromEntries(keys.map((key) => [key, read(RESOURCE_FILES[key])])) as Resources;
}
