import { referenceTo } from '../values/names.ts';
import type { FieldRecords } from './field-record.ts';

/** How probes and hooks reach a container. */
export const httpGetAction: FieldRecords<'HTTPGetAction'> = {
  port: { value: referenceTo('port') },
};

export const tcpSocketAction: FieldRecords<'TCPSocketAction'> = {
  port: { value: referenceTo('port') },
};
