// What `npm start` shows first: the Counterclaim sidebar, and an article if nothing is open yet.
const vscode = require('vscode');

const FIRST_ARTICLES = '**/*.{article,news,txt}';

exports.activate = async () => {
  const container =
    vscode.extensions.getExtension('counterclaim.counterclaim')?.packageJSON.contributes.viewsContainers
      .activitybar[0];
  if (container !== undefined)
    await vscode.commands.executeCommand(`workbench.view.extension.${container.id}`);
  if (vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0)) return;
  const [first] = (await vscode.workspace.findFiles(FIRST_ARTICLES)).sort((a, b) =>
    a.path < b.path ? -1 : 1,
  );
  if (first !== undefined) await vscode.window.showTextDocument(first, { preview: false });
};
