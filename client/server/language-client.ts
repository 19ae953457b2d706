// A bundle of its own: only a document that may be ours makes the editor read it.
export { LanguageClient, TransportKind } from 'vscode-languageclient/node';
