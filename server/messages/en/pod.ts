import type { MessageTable } from '../messages.ts';

export const pod: MessageTable = {};
