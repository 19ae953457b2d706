import { Uri, type Webview } from 'vscode';

/**
 * The page of the panel. Its policy allows our one script, by a nonce, and our one style sheet; nothing inline, nothing from
 * the network. What a manifest contains reaches the page by message alone, never as HTML.
 */
export function pageOf(webview: Webview, folder: Uri): string {
  const nonce = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const script = webview.asWebviewUri(Uri.joinPath(folder, 'panel.js')).toString();
  const style = webview.asWebviewUri(Uri.joinPath(folder, 'panel.css')).toString();
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource};`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
<title>Kubejob</title>
</head>
<body><script nonce="${nonce}" src="${script}"></script></body>
</html>`;
}
