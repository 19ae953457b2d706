import type { MessageTable } from '../table/message-table.ts';
import { advice } from './advice.ts';
import { completion } from './completion.ts';
import { decoding } from './decoding.ts';
import { estimate } from './estimate.ts';
import { fields } from './fields.ts';
import { fixes } from './fixes.ts';
import { hover } from './hover.ts';
import { job } from './job.ts';
import { names } from './names.ts';
import { outcome } from './outcome.ts';
import { pod } from './pod.ts';
import { scenario, simulationReport } from './scenario.ts';
import { scenarioFields } from './scenario-fields.ts';
import { schedule } from './schedule.ts';
import { simulation } from './simulation.ts';
import { values } from './values.ts';

export const korean: MessageTable = {
  ...decoding,
  ...names,
  ...job,
  ...outcome,
  ...pod,
  ...advice,
  ...estimate,
  ...fixes,
  ...completion,
  ...fields,
  ...hover,
  ...simulation,
  ...scenario,
  ...scenarioFields,
  ...simulationReport,
  ...schedule,
  ...values,
};
