/** What the client read of a file → text, metadata of its sidecar, and notes for the user. */
import { type ArticleMetadata, decodeArticle, describeBlank, parseSidecar } from '../engine';
import type { FileContent } from '../protocol/messages';

export interface Content {
  /** `undefined`: the file cannot be read as text. */
  readonly text: string | undefined;
  readonly metadata: ArticleMetadata;
  readonly notes: readonly string[];
}

/** Never throws: damaged content becomes a note. */
export function decodeContent(content: FileContent): Content {
  if ('problem' in content) return { text: undefined, metadata: {}, notes: [content.problem] };
  const decoded = decodeArticle(fromBase64(content.base64), content.size);
  // What is blank now may be filled by the editor: that is told of the text as it stands.
  const blank = describeBlank(decoded.text);
  const notes = decoded.problems.map(({ message }) => message).filter((message) => message !== blank);
  const unreadable = decoded.text === '' && notes.length > 0;
  const { metadata, problems } =
    content.sidecar === undefined
      ? { metadata: {}, problems: [] }
      : parseSidecar(new TextDecoder().decode(fromBase64(content.sidecar)));
  for (const { message } of problems) notes.push(message);
  return { text: unreadable ? undefined : decoded.text, metadata, notes };
}

/** Bytes of a Base64 text; none when it is not Base64. */
function fromBase64(base64: string): Uint8Array {
  try {
    return Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}
