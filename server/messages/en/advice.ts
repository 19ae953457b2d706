import type { MessageTable } from '../messages.ts';

export const advice: MessageTable = {};
