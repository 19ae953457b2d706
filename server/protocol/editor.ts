import { type ClientCapabilities, CodeLensRefreshRequest, type Connection } from 'vscode-languageserver';

/** The editor at the other end of the connection. */
export interface Editor {
  /** What it can do; nothing before it has said so. */
  readonly can: ClientCapabilities;
  initialize(capabilities: ClientCapabilities): void;
  /** Has it ask again for what it does not ask for by itself. */
  refresh(): void;
}

export function editorBehind(connection: Connection): Editor {
  let can: ClientCapabilities = {};
  return {
    get can() {
      return can;
    },
    initialize(capabilities) {
      can = capabilities;
    },
    refresh() {
      if (can.workspace?.codeLens?.refreshSupport) void connection.sendRequest(CodeLensRefreshRequest.type);
      if (can.workspace?.inlayHint?.refreshSupport) void connection.languages.inlayHint.refresh();
      if (can.workspace?.diagnostics?.refreshSupport) void connection.languages.diagnostics.refresh();
    },
  };
}
