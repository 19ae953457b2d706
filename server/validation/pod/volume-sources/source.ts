import { type FieldPath, field } from '../../../kubernetes/finding/field-path.ts';
import type { Finding } from '../../../kubernetes/finding/finding.ts';
import type { Volume } from '../../../kubernetes/generated/types.ts';
import type { RuleContext } from '../../context.ts';
import { renamed } from '../checks/checks.ts';

export type SourceName = Exclude<keyof Volume, 'name'>;

/** A kind of volume: the field of its source, and how it is judged. */
export interface VolumeSource {
  readonly name: SourceName;
  /** The field's name in the server's error about a second source, where it differs. */
  readonly repeatedAs?: string;
  validate(volume: Volume, path: FieldPath, context: RuleContext): Finding[];
}

interface ServerNames {
  /** The field's name in the server's errors about the source itself, where it differs. */
  readonly calledAs?: string;
  readonly repeatedAs?: string;
}

/** Makes a volume source of the rule for its value. */
export function volumeSource<Name extends SourceName>(
  name: Name,
  rule: (source: NonNullable<Volume[Name]>, path: FieldPath, context: RuleContext) => Finding[],
  { calledAs, repeatedAs }: ServerNames = {},
): VolumeSource {
  return {
    name,
    ...(repeatedAs === undefined ? {} : { repeatedAs }),
    validate: (volume, path, context) => {
      const source = volume[name];
      if (source === undefined || source === null) return [];
      return rule(source, calledAs === undefined ? field(path, name) : renamed(path, calledAs, name), context);
    },
  };
}
