import type * as requests from '../../server/protocol/requests.ts';

export type {
  CheckParams,
  CheckResult,
  CommittedParams,
  NestParams,
  NestResult,
  ObjectSummary,
  ObjectsParams,
  ObjectsResult,
  ReadFirstParams,
  ReadFirstResult,
  SimulateParams,
  SimulateResult,
} from '../../server/protocol/requests.ts';

// The client takes types alone from the server; the types of these names hold both sides together.
export const objectsRequest: typeof requests.objectsRequest = 'kubejob/objects';
export const simulateRequest: typeof requests.simulateRequest = 'kubejob/simulate';
export const checkRequest: typeof requests.checkRequest = 'kubejob/check';
export const committedRequest: typeof requests.committedRequest = 'kubejob/committed';
export const nestRequest: typeof requests.nestRequest = 'kubejob/nest';
export const readFirstRequest: typeof requests.readFirstRequest = 'kubejob/readFirst';
