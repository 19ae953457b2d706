import { referenceTo } from '../values/names.ts';
import type { FieldRecords } from './field-record.ts';

/** How probes and hooks reach a container. */
export const httpGetAction: FieldRecords<'HTTPGetAction'> = {
  port: { initial: 8080, value: referenceTo('port') },
};

export const tcpSocketAction: FieldRecords<'TCPSocketAction'> = {
  port: { initial: 8080, value: referenceTo('port') },
};

export const grpcAction: FieldRecords<'GRPCAction'> = {
  port: { initial: 8080 },
};
