/** Writes a picture of the board where the user wants it. */
import { type LogOutputChannel, l10n, Uri, window, workspace } from 'vscode';
import type { FromBoard } from '../../protocol/board';

type Picture = Extract<FromBoard, { readonly type: 'save' }>;

export async function savePicture({ name, svg }: Picture, log: LogOutputChannel): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const target = await window.showSaveDialog({
    ...(folder ? { defaultUri: Uri.joinPath(folder, `${name}.svg`) } : {}),
    filters: { SVG: ['svg'] },
    title: l10n.t('Save as SVG'),
  });
  if (target === undefined) return;
  try {
    await workspace.fs.writeFile(target, new TextEncoder().encode(svg));
  } catch (error) {
    log.error(`The picture was not saved: ${String(error)}`);
    void window.showErrorMessage(l10n.t('The picture could not be saved: {0}', describe(error)));
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
