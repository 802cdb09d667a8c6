/** The board's page: nothing in it but two files of ours, and a policy that lets nothing else in. */

export interface PageParts {
  /** Unguessable, new for each page. */
  readonly nonce: string;
  readonly script: string;
  readonly style: string;
  /** The origin that the editor serves a webview's own files from. */
  readonly origin: string;
  readonly title: string;
  /** Language tag. */
  readonly language: string;
}

export function renderPage({ nonce, script, style, origin, title, language }: PageParts): string {
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${origin}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${escapeHtml(style)}">
<title>${escapeHtml(title)}</title>
</head>
<body>
<script nonce="${escapeHtml(nonce)}" src="${escapeHtml(script)}"></script>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (unit) => `&#${unit.charCodeAt(0)};`);
}
