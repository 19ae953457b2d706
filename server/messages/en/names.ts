import type { MessageTable } from '../table/message-table.ts';

/** Texts for the problems of `kubernetes/names.ts`; they stand alone, whatever field the name is in. */
export const names = {
  'name-length': '"{value}" is {length} bytes long; at most {limit} are allowed.',
  'name-dns-label': '"{value}" is not a DNS label: use lower-case letters, digits and "-", beginning and ending with a letter or digit.',
  'name-dns-label-dots': '"{value}" contains a dot, which is not allowed here: use "-" instead.',
  'name-dns-subdomain':
    '"{value}" is not a valid name: use lower-case letters, digits, "-" and ".", each part beginning and ending with a letter or digit.',
  'name-qualified':
    '"{value}" is not a valid key: use letters, digits, "-", "_" and ".", beginning and ending with a letter or digit, with at most one prefix as in example.com/name.',
  'name-qualified-prefix': 'The part before "/" in "{value}" must be a DNS name in lower case, such as example.com.',
  'name-qualified-prefix-empty': '"{value}" has nothing before its "/": remove the "/" or put a DNS name such as example.com before it.',
  'name-qualified-empty': (args: { value: string }) =>
    args.value === '' ? 'A name is needed here.' : `"${args.value}" has no name after its "/".`,
  'name-qualified-length': '"{name}" is {length} bytes long; at most 63 are allowed, not counting a prefix and its "/".',
  'name-label-value':
    '"{value}" is not a valid label value: use letters, digits, "-", "_" and ".", beginning and ending with a letter or digit, or leave it empty.',
  'name-port': '"{value}" is not a port name: use a-z, 0-9 and single "-" between them, with at least one letter.',
  'name-env-relaxed': 'An environment variable needs a name of printable ASCII characters without "="; "{value}" is not one.',
  'name-env':
    '"{value}" cannot be the name of an environment variable in this version of Kubernetes: use letters, digits, "_", "-" and ".", not beginning with a digit.',
  'name-config-map-key': '"{value}" cannot be a key: use letters, digits, "-", "_" and ".".',
  'name-parent-directory': '"{value}" reads as a path to a directory: a name here may not be "." or begin with "..".',
  'name-path-segment': '"{value}" contains "{part}", which no name may: leave it out.',
  'name-http-header': '"{value}" is not an HTTP header name: use letters, digits and "-".',
  'name-domain-path': '"{value}" must be a path under a domain, such as example.com/controller.',
  'name-domain-path-host': '"{host}", before the first "/", must be a DNS name in lower case, such as example.com.',
  'name-domain-path-rest': '"{path}", after the first "/", contains characters that a URL path does not allow.',
} as const satisfies MessageTable;
