import type { MessageTable } from '../messages.ts';

export const decoding: MessageTable = {};
