import { startLanguageServer } from './node.ts';

startLanguageServer();
