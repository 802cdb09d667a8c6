/** Problems with files as plain sentences. */

/** Something odd about a path that the user should know; the rest goes on. */
export interface PathProblem {
  readonly path: string;
  readonly message: string;
}

const SENTENCES: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file or folder.',
  EACCES: 'You have no permission to read this.',
  EPERM: 'You have no permission to read this.',
  ELOOP: 'This link leads back to itself.',
  ENAMETOOLONG: 'This path is too long.',
  ENOTDIR: 'A part of this path is a file, not a folder.',
  EISDIR: 'This is a folder, not a file.',
  EMFILE: 'Too many files are open at once.',
};

/** One sentence about an error of the file system. */
export function sayWhy(error: Error & { code?: unknown }): string {
  const sentence = typeof error.code === 'string' ? SENTENCES[error.code] : undefined;
  return sentence ?? `This could not be read (${error.message}).`;
}

/** Whatever was thrown, as an error. */
export function asError(thrown: unknown): Error & { code?: unknown } {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
