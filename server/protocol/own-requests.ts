import { type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver';
import { runTool } from '../agent/tools/index.ts';
import type { Analyzer } from '../application/analysis.ts';
import { overriddenIn } from '../application/configuration/configuration.ts';
import { fieldAt, placeOfField } from '../application/field-places.ts';
import { factsInForce } from '../application/findings/facts-in-force.ts';
import { objectSummaries } from '../application/object-ranges.ts';
import { type Settings, versionsInWords } from '../application/settings/settings.ts';
import { newManifests } from '../language/completion/new-manifests.ts';
import { diagnosticsOf } from '../language/diagnostics.ts';
import { nestFile } from '../language/nesting/nest-again.ts';
import { userClock } from '../language/reading/user-clock.ts';
import { textsIn } from '../messages/render.ts';
import type { Answers } from './answers.ts';
import type { FoundConfiguration } from './follow-facts.ts';
import {
  type CheckParams,
  type CheckResult,
  type CommittedParams,
  type ConfigurationParams,
  type ConfigurationResult,
  checkRequest,
  committedRequest,
  configurationRequest,
  type FactsParams,
  type FactsResult,
  type FieldAtParams,
  type FieldAtResult,
  type FieldPlaceParams,
  type FieldPlaceResult,
  factsRequest,
  fieldAtRequest,
  fieldPlaceRequest,
  type NestParams,
  type NestResult,
  type NewManifestsResult,
  nestRequest,
  newManifestsRequest,
  type ObjectsParams,
  type ObjectsResult,
  objectsRequest,
  type ToolParams,
  type ToolResult,
  toolRequest,
} from './requests.ts';

/** Answers the requests that are ours, but for simulations. */
export function answerOwnRequests(
  connection: Connection,
  analyzer: Analyzer,
  { about, aboutText }: Answers,
  how: {
    settingsOf(uri: string): Settings;
    /** The configuration nearest above a text, as far as it is known. */
    configurationOf(uri: string): FoundConfiguration | undefined;
    settingsFor(uri: string): Promise<Settings>;
    /** Resolves when it is known whether the text is a patch. */
    know(uri: string): Promise<void>;
    /** Resolves when it is known what the workspace says of namespaces. */
    factsReady(uri: string): Promise<void>;
    publishSoon(uri: string): void;
  },
): void {
  connection.onRequest(
    objectsRequest,
    ({ uri }: ObjectsParams): ObjectsResult => ({ objects: about(uri, 'Objects', [], objectSummaries) }),
  );
  connection.onRequest(
    fieldPlaceRequest,
    ({ uri, ...field }: FieldPlaceParams): FieldPlaceResult =>
      about(uri, 'Place of a field', null, (analysis) => placeOfField(analysis, field) ?? null),
  );
  connection.onRequest(
    fieldAtRequest,
    ({ uri, position }: FieldAtParams): FieldAtResult =>
      about(uri, 'Field at a place', null, (analysis) => fieldAt(analysis, position) ?? null),
  );
  connection.onRequest(checkRequest, async ({ uri, text: content, notUtf8 }: CheckParams): Promise<CheckResult> => {
    const [settings] = await Promise.all([how.settingsFor(uri), how.know(uri), how.factsReady(uri)]);
    return { diagnostics: aboutText({ uri, content, settings }, 'Check', [], (analysis) => diagnosticsOf(analysis, notUtf8)) };
  });
  connection.onRequest(factsRequest, ({ uri }: FactsParams): FactsResult => ({ facts: about(uri, 'Facts', [], factsInForce) }));
  connection.onRequest(configurationRequest, ({ uri }: ConfigurationParams): ConfigurationResult => {
    const [settings, found] = [how.settingsOf(uri), how.configurationOf(uri)];
    const overridden = found ? overriddenIn(found.configuration, settings) : [];
    return { file: found?.uri ?? null, versions: versionsInWords(settings), overridden };
  });
  connection.onRequest(nestRequest, ({ text: content }: NestParams): NestResult => {
    const uri = 'pasted:';
    return { text: aboutText({ uri, content, settings: how.settingsOf(uri) }, 'Paste', null, (analysis) => nestFile(analysis) ?? null) };
  });
  connection.onRequest(newManifestsRequest, (): NewManifestsResult => ({ manifests: newManifests(textsIn(how.settingsOf('').language)) }));
  connection.onRequest(toolRequest, ({ name, input }: ToolParams): ToolResult => runTool(name, input, userClock().now) ?? null);
  connection.onRequest(committedRequest, ({ uri, text }: CommittedParams) => {
    if (text !== null && typeof text !== 'string')
      return new ResponseError(ErrorCodes.InvalidParams, `${committedRequest} needs text, a text or null.`);
    analyzer.setCommitted(uri, text ?? undefined);
    how.publishSoon(uri);
    return null;
  });
}
