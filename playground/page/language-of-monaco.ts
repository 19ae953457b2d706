import { partOf } from '../server/worker-of.ts';
import { readChoices } from './choices.ts';

// Monaco reads its words when it is loaded: this comes before it.
if (readChoices().language === 'ko')
  Object.assign(globalThis, { _VSCODE_NLS_MESSAGES: JSON.parse(partOf('monaco-korean')), _VSCODE_NLS_LANGUAGE: 'ko' });
