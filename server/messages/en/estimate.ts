import type { MessageTable } from '../table/message-table.ts';

export type Run = {
  readonly container: string;
  readonly seconds: number;
  readonly exit: number;
};

const exit = ({ exit }: Run) => `exit code ${exit}`;

/** What was assumed of containers, for the lists of assumptions and for hovers. */
export const estimate = {
  'estimate-read': (args: Run) =>
    args.seconds === 0
      ? `\`${args.container}\` ends at once with ${exit(args)}: read from its command`
      : `\`${args.container}\` runs for ${args.seconds} s and ends with ${exit(args)}: read from its command`,
  'estimate-exit-unknown': (args: Run) =>
    `\`${args.container}\` runs for ${args.seconds} s, read from its command; how it ends is not known: assumed ${exit(args)}`,
  'estimate-partly': (args: Run) =>
    `\`${args.container}\` is assumed to run for ${args.seconds} s and end with ${exit(args)}: its command says so only in part`,
  'estimate-default': (args: Run) =>
    `\`${args.container}\` is assumed to run for ${args.seconds} s and end with ${exit(args)}: nothing in the manifest tells`,
  'estimate-end': '`{container}` ends with exit code {exit}: read from its command, or assumed where that does not tell',
  'estimate-sidecar': '`{container}` is assumed to run until the other containers have ended, as sidecars do: its command does not tell',
  'estimate-serves':
    '`{container}` is assumed to run until something stops it, so the pod never succeeds: its image is that of a program that serves others',
  'estimate-never-ends': '`{container}` runs until something stops it: read from its command',
  'estimate-root': '`{container}` never starts (CreateContainerConfigError): it may not run as root, and would',
  'estimate-invalid-image': '`{container}` never starts (InvalidImageName): `{image}` is no name of an image',
  'estimate-missing-key':
    '`{container}` never starts (CreateContainerConfigError): {kind} `{object}` has no key `{key}`, which a variable asks for',
  'estimate-missing-file': 'no container starts (FailedMount): {kind} `{object}` has no key `{key}`, which volume `{volume}` asks for',
  'estimate-misspelt': '`{container}` cannot start (StartError, exit code 128): there is no `{command}`; `{nearest}` may be meant',
  'estimate-spaces':
    '`{container}` cannot start (StartError, exit code 128): `{command}` is taken for the name of one program; each word is an item of its own',
  'estimate-not-in-image': '`{container}` cannot start (StartError, exit code 128): its image has no `{command}`',
  'estimate-probes':
    'the probes of `{container}` are assumed to succeed each time; a startup probe asks once a period from when the pod got its node, a readiness probe as soon as its delay is over',
  'estimate-hook-read': 'the {hook} hook of `{container}` takes {seconds} s: read from it',
  'estimate-hook-assumed': 'the {hook} hook of `{container}` is assumed to succeed and to take {seconds} s: nothing tells more',
  'estimate-hook-never-ends': 'the {hook} hook of `{container}` goes on until something stops it: read from its command',
  'estimate-hook-fails-postStart':
    'the postStart hook of `{container}` fails after {seconds} s, so the container is stopped (PostStartHookError): read from the hook',
  'estimate-hook-fails-preStop':
    'the preStop hook of `{container}` fails after {seconds} s, and the container is stopped all the same: read from the hook',
  'estimate-stop-ignores-sigterm':
    '`{container}` does not react to SIGTERM, as its first process is `{command}`: when stopped it runs on to its end, or to SIGKILL after the grace period, exit code 137',
  'estimate-stop-handles':
    '`{container}` answers SIGTERM in its script: how soon it ends then, and with which exit code, is read from that',
  'estimate-stop-ends': '`{container}` is assumed to end at once on SIGTERM, exit code 143',
} as const satisfies MessageTable;
