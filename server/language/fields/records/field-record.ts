import type { ApiTypes } from '../../../kubernetes/generated/types.ts';
import type { PlaceInManifest, ValueKind } from '../values/value-kind.ts';

/**
 * What is ours to say of one field of the API. What Kubernetes itself knows is asked of it: types and required fields of the
 * schema, versions of schema and gates, defaults and changes of its own rules. What the field means is text, in `messages/`.
 */
export interface FieldRecord {
  /** YAML to look at, as it stands in the object that has the field. `…` is left to the reader. */
  readonly example?: string;
  /** Neighbours that it works together with, some with the value that it needs them to have. */
  readonly goesWith?: readonly (AnyField | `${AnyField}: ${string}`)[];
  /** Page of the documentation that speaks of it, below kubernetes.io/docs/. */
  readonly page?: string;
  /** What completion writes behind its colon: YAML with tab stops; `$0` is where typing goes on. */
  readonly snippet?: string;
  /** What a fix puts in where the field must be there and is not. */
  readonly initial?: unknown;
  /** Of several fields of its name, the one that people mean where nothing else tells. */
  readonly usual?: true;
  /** Completion offers it among the first, though it is not required. */
  readonly first?: true;
  /** The API server fills it in: completion does not offer it. */
  readonly setByServer?: true;
  /** Of a map: keys that people put into it. */
  readonly keys?: (place: PlaceInManifest) => readonly string[];
  /** What its values are; of a list or a map those in it. */
  readonly value?: ValueKind;
}

/** The records of an API type, for as many of its fields as there is something to say of. A field that it has not is a type error. */
export type FieldRecords<Owner extends keyof ApiTypes> = { readonly [Field in keyof ApiTypes[Owner]]?: FieldRecord };

type AnyField = { [Owner in keyof ApiTypes]: keyof ApiTypes[Owner] & string }[keyof ApiTypes];
