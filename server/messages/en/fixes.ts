import type { MessageTable } from '../messages.ts';

export const fixes: MessageTable = {};
