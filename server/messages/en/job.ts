import type { MessageTable } from '../messages.ts';

export const job: MessageTable = {};
