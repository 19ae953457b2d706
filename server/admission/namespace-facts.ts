import type { Quantity } from '../kubernetes/generated/types.ts';
import { type Amounts, amountsIn } from '../kubernetes/values/pod-resources.ts';
import { formatQuantity, parseQuantity } from '../kubernetes/values/quantity.ts';
import { isRecord, type PlainRecord } from '../plain/record.ts';
import { type PodSecurity, podSecurityOf } from './pod-security/pod-security.ts';

/** One entry of a LimitRange, its own defaults filled in. */
export interface LimitRangeItem {
  readonly type: string;
  readonly min: Amounts;
  readonly max: Amounts;
  readonly ratio: Amounts;
  /** Limits and requests that containers without them get. */
  readonly limits: Readonly<Record<string, Quantity>>;
  readonly requests: Readonly<Record<string, Quantity>>;
}

export interface LimitRange {
  readonly name: string;
  readonly items: readonly LimitRangeItem[];
}

export interface ResourceQuota {
  readonly name: string;
  readonly hard: Amounts;
  /** What is taken already; nothing where the facts do not say. */
  readonly used: Amounts;
  /** Names of scopes that must hold of a pod, and requirements of its priority class. */
  readonly scopes: readonly Scope[];
}

export interface Scope {
  readonly name: string;
  readonly operator: string;
  readonly values: readonly string[];
}

export interface PriorityClass {
  readonly name: string;
  readonly value: number;
  readonly preemptionPolicy: string;
  readonly globalDefault: boolean;
}

/** An account that pods run as. */
export interface ServiceAccount {
  readonly name: string;
  /** Secrets with which images are pulled for pods that name none themselves (plugin/pkg/admission/serviceaccount, 1.37). */
  readonly pullSecrets: readonly string[];
}

/** What is in force in one namespace, as far as it is known. */
export interface NamespaceFacts {
  readonly podSecurity: PodSecurity;
  /** In the order of their names, as are the quotas. */
  readonly limitRanges: readonly LimitRange[];
  readonly quotas: readonly ResourceQuota[];
  /** All that the cluster has; undefined where that is not known. */
  readonly priorityClasses: readonly PriorityClass[] | undefined;
  /** Those that bring secrets to pull with; others may exist. */
  readonly serviceAccounts: readonly ServiceAccount[];
}

/** Of a namespace in which nothing is in force. */
export const nothingInForce: NamespaceFacts = {
  podSecurity: podSecurityOf({}),
  limitRanges: [],
  quotas: [],
  priorityClasses: undefined,
  serviceAccounts: [],
};

/**
 * A document that speaks of a namespace: `Namespace` of the one it names, the others of the one they live in; undefined where
 * they do not say it; a PriorityClass of all of them.
 */
export interface FactDocument {
  readonly kind: 'Namespace' | 'LimitRange' | 'ResourceQuota' | 'PriorityClass' | 'ServiceAccount';
  readonly name: string;
  readonly namespace: string | undefined;
  /** The file that it was found in. */
  readonly file?: string;
  readonly value: PlainRecord;
}

/** What stands in each text that holds facts: most have none, which they say at once. Accounts count by what they bring. */
export const factPattern = /\bkind["']?\s*:\s*["']?(?:Namespace|LimitRange|ResourceQuota|PriorityClass)\b|\bimagePullSecrets["']?\s*:/;

/** The document as a fact; undefined for what is none. */
export function factIn(value: unknown): FactDocument | undefined {
  if (!isRecord(value)) return undefined;
  const kind = kinds.find((one) => one === value['kind']);
  if (!kind || value['apiVersion'] !== (kind === 'PriorityClass' ? 'scheduling.k8s.io/v1' : 'v1')) return undefined;
  // Nearly every chart has an account, and most bring nothing.
  if (kind === 'ServiceAccount' && pullSecretsOf(value).length === 0) return undefined;
  const metadata = record(value['metadata']);
  const name = text(metadata['name']) ?? '';
  return { kind, name, namespace: namespaceOf(kind, name, metadata) || undefined, value };
}

const kinds = ['Namespace', 'LimitRange', 'ResourceQuota', 'PriorityClass', 'ServiceAccount'] as const;

function pullSecretsOf(account: PlainRecord): readonly string[] {
  return records(account['imagePullSecrets']).flatMap(({ name }) => text(name) ?? []);
}

function namespaceOf(kind: FactDocument['kind'], name: string, metadata: PlainRecord): string | undefined {
  if (kind === 'Namespace') return name;
  return kind === 'PriorityClass' ? undefined : text(metadata['namespace']);
}

/** What documents that speak of one namespace say of it, or of all; undefined where there are none. */
export function factsIn(about: readonly FactDocument[]): NamespaceFacts | undefined {
  if (about.length === 0) return undefined;
  const named = (kind: FactDocument['kind']) =>
    about.filter((document) => document.kind === kind).sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
  const labels = strings(record(named('Namespace').at(-1)?.value['metadata'])['labels']);
  return {
    podSecurity: podSecurityOf(labels),
    limitRanges: named('LimitRange').map(({ name, value }) => ({
      name,
      items: records(record(value['spec'])['limits']).map(limitRangeItem),
    })),
    quotas: named('ResourceQuota').map(({ name, value }) => quota(name, value)),
    priorityClasses: allClasses(named('PriorityClass')),
    serviceAccounts: named('ServiceAccount').map(({ name, value }) => ({ name, pullSecrets: pullSecretsOf(value) })),
  };
}

/** The cluster makes these two itself: whoever asked it for its classes got them as well, and so knows all that there are. */
const ownClasses = ['system-cluster-critical', 'system-node-critical'];

function allClasses(documents: readonly FactDocument[]): readonly PriorityClass[] | undefined {
  if (!ownClasses.every((own) => documents.some(({ name }) => name === own))) return undefined;
  return documents.map(({ name, value }) => ({
    name,
    value: Number(value['value'] ?? 0),
    preemptionPolicy: text(value['preemptionPolicy']) ?? 'PreemptLowerPriority',
    globalDefault: value['globalDefault'] === true,
  }));
}

/**
 * SetDefaults_LimitRangeItem (pkg/apis/core/v1/defaults.go, 1.37): of a container the largest limit is its limit, its
 * limit its request, and the smallest request its request, where nothing else is said.
 */
function limitRangeItem(item: PlainRecord): LimitRangeItem {
  const type = text(item['type']) ?? '';
  const [min, max] = [quantities(item['min']), quantities(item['max'])];
  const container = type === 'Container';
  const limits = { ...(container ? max : {}), ...quantities(item['default']) };
  const requests = { ...(container ? { ...min, ...limits } : {}), ...quantities(item['defaultRequest']) };
  return { type, min: amountsIn(min), max: amountsIn(max), ratio: amountsIn(quantities(item['maxLimitRequestRatio'])), limits, requests };
}

function quota(name: string, value: PlainRecord): ResourceQuota {
  const spec = record(value['spec']);
  const status = record(value['status']);
  const plain = list(spec['scopes']).flatMap((scope) =>
    typeof scope === 'string' ? [{ name: scope, operator: 'Exists', values: [] }] : [],
  );
  const selected = records(record(spec['scopeSelector'])['matchExpressions']).map((one) => ({
    name: text(one['scopeName']) ?? '',
    operator: text(one['operator']) ?? 'Exists',
    values: list(one['values']).filter((entry) => typeof entry === 'string'),
  }));
  return {
    name,
    hard: amountsIn(quantities(spec['hard'])),
    used: amountsIn(quantities(status['used'])),
    scopes: [...plain, ...selected],
  };
}

function record(value: unknown): PlainRecord {
  return isRecord(value) ? value : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function records(value: unknown): readonly PlainRecord[] {
  return list(value).map(record);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function strings(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(record(value)).flatMap(([key, entry]) => (typeof entry === 'string' ? [[key, entry]] : [])));
}

/** Those that can be read, as the server writes them when it stores them: `500m` for 0.5. */
function quantities(value: unknown): Readonly<Record<string, Quantity>> {
  return Object.fromEntries(
    Object.entries(record(value)).flatMap(([key, entry]) => {
      const amount = typeof entry === 'string' || typeof entry === 'number' ? parseQuantity(entry) : undefined;
      return amount ? [[key, formatQuantity(amount)]] : [];
    }),
  );
}
