import type { English } from '../en/index.ts';
import type { Translation } from '../table/message-table.ts';
import { changes } from './changes.ts';
import { charts } from './charts.ts';
import { completion } from './completion.ts';
import { configuration } from './configuration.ts';
import { decoding } from './decoding.ts';
import { estimate } from './estimate.ts';
import { explain } from './explain.ts';
import { fields } from './fields.ts';
import { fixes } from './fixes.ts';
import { hover } from './hover.ts';
import { job } from './job.ts';
import { names } from './names.ts';
import { namespace } from './namespace.ts';
import { outcome } from './outcome.ts';
import { containers } from './pod/containers.ts';
import { placement } from './pod/placement.ts';
import { resources } from './pod/resources.ts';
import { security } from './pod/security.ts';
import { shared } from './pod/shared.ts';
import { volumes } from './pod/volumes.ts';
import { warnings } from './pod/warnings.ts';
import { wholePod } from './pod/whole-pod.ts';
import { scenario, simulationReport } from './scenario.ts';
import { scenarioFields } from './scenario-fields.ts';
import { schedule } from './schedule.ts';
import { scheduleWords } from './schedule-words.ts';
import { simulation } from './simulation.ts';
import { values } from './values.ts';

/** Every text in Korean. */
export const korean = (): Translation<English> => ({
  ...decoding,
  ...names,
  ...namespace,
  ...job,
  ...outcome,
  ...shared,
  ...containers,
  ...resources,
  ...security,
  ...volumes,
  ...placement,
  ...wholePod,
  ...warnings,
  ...estimate,
  ...fixes,
  ...changes,
  ...charts,
  ...completion,
  ...explain,
  ...fields,
  ...hover,
  ...simulation,
  ...scenario,
  ...scenarioFields,
  ...configuration,
  ...simulationReport,
  ...schedule,
  ...scheduleWords,
  ...values,
});
