import type { MessageTable } from '../messages.ts';

export const simulation: MessageTable = {};
