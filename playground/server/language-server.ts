/** The server for two who speak with it: the editor's own client, and the page, whose requests the client knows nothing of. */
export interface LanguageServer {
  /** What the editor's client takes for its worker. */
  readonly forEditor: EditorSide;
  /** Rejects where the server answers with an error. */
  request<Result>(method: string, params: unknown): Promise<Result>;
  notify(method: string, params: unknown): void;
}

type Listener = (event: MessageEvent) => void;

interface EditorSide {
  postMessage(message: Message): void;
  addEventListener(type: 'message', listener: Listener): void;
  removeEventListener(type: 'message', listener: Listener): void;
}

interface Message {
  readonly jsonrpc: '2.0';
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

/** `options` are those that the server is started with. */
export function languageServer(worker: Worker, options: unknown): LanguageServer {
  const waiting = new Map<string, Waiting>();
  const listeners = new Set<Listener>();
  let next = 0;
  let opened = () => {};
  /** What the page asks is about texts, which the editor's client opens once the server has started. */
  const ready = new Promise<void>((resolve) => {
    opened = resolve;
  });
  worker.addEventListener('message', (event: MessageEvent<Message>) => {
    const { id, result, error } = event.data;
    const own = typeof id === 'string' ? waiting.get(id) : undefined;
    if (!own) {
      for (const listener of listeners) listener(event);
      return;
    }
    waiting.delete(String(id));
    if (error) own.reject(new Error(error.message));
    else own.resolve(result as never);
  });
  return {
    forEditor: {
      postMessage(message) {
        worker.postMessage(message.method === 'initialize' ? startedWith(message, options) : message);
        if (message.method === 'textDocument/didOpen') opened();
      },
      addEventListener: (_, listener) => void listeners.add(listener),
      removeEventListener: (_, listener) => void listeners.delete(listener),
    },
    async request(method, params) {
      await ready;
      return new Promise((resolve, reject) => {
        const id = `page-${next++}`;
        waiting.set(id, { resolve, reject });
        worker.postMessage({ jsonrpc: '2.0', id, method, params });
      });
    },
    notify: (method, params) => worker.postMessage({ jsonrpc: '2.0', method, params }),
  };
}

/** The editor's client says nothing of our settings, and takes snippets as well as any. */
function startedWith(message: Message, options: unknown): Message {
  const params = { ...(message.params as object), initializationOptions: options };
  return { ...message, params };
}
