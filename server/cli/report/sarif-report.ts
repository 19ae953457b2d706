import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { version } from '../../../package.json';
import { projectAddress, rulePageAddress } from '../../application/public-address.ts';
import { escapedJson } from './escaped-json.ts';
import { fingerprints } from './fingerprints.ts';
import { pathInProject } from './path-in-project.ts';
import type { Report, Write } from './report.ts';
import type { FileFindings, ReportedFinding } from './reported-finding.ts';

/** SARIF 2.1.0, for code scanning, a result a line; columns count UTF-16 units. What names rules and files stands behind the results. */
export function sarifReport(write: Write): Report {
  const rules = places();
  const artifacts = places();
  const fingerprintOf = fingerprints();
  let begun = false;
  write(`{"$schema":"http://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"columnKind":"utf16CodeUnits","results":[`);
  return {
    add({ file, findings }) {
      const uri = addressOf(file);
      for (const finding of findings) {
        const result = resultOf(finding, rules.of(finding.code), { uri, index: artifacts.of(uri) }, fingerprintOf(file, finding));
        write(`${begun ? ',' : ''}\n${escapedJson(result)}`);
        begun = true;
      }
    },
    end() {
      const described = rules.all().map(ruleOf);
      const informationUri = projectAddress();
      const tool = { driver: { name: 'kubejob', version, ...(informationUri === undefined ? {} : { informationUri }), rules: described } };
      const files = artifacts.all().map((uri) => ({ sourceLanguage: 'YAML', location: { uri } }));
      write(`],\n"artifacts":${escapedJson(files)},\n"tool":${escapedJson(tool)}}]}\n`);
    },
  };
}

/** Gives each text the place at which it was first asked for. */
function places() {
  const known = new Map<string, number>();
  return {
    of(text: string): number {
      const place = known.get(text) ?? known.size;
      known.set(text, place);
      return place;
    },
    all: () => [...known.keys()],
  };
}

function resultOf(
  { severity, code, range, message }: ReportedFinding,
  ruleIndex: number,
  artifactLocation: { uri: string; index: number },
  fingerprint: string,
) {
  const region = {
    startLine: range.start.line + 1,
    startColumn: range.start.character + 1,
    endLine: range.end.line + 1,
    endColumn: range.end.character + 1,
  };
  return {
    level: severity === 'info' ? 'note' : severity,
    message: { text: message },
    ruleId: code,
    ruleIndex,
    partialFingerprints: { 'kubejob/v1': fingerprint },
    locations: [{ physicalLocation: { artifactLocation, region } }],
  };
}

function ruleOf(id: string) {
  const helpUri = rulePageAddress(id);
  return { id, shortDescription: { text: id.replaceAll('-', ' ') }, ...(helpUri === undefined ? {} : { helpUri }) };
}

/** Code scanning shows what it finds by its path in the repository; what lies elsewhere has a whole address. */
function addressOf(file: FileFindings['file']): string {
  if (file === '-') return 'stdin';
  const path = pathInProject(file);
  return isAbsolute(path) ? pathToFileURL(path).href : path.split('/').map(encodeURIComponent).join('/');
}
