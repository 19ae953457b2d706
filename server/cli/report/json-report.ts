import { escapedJson } from './escaped-json.ts';
import type { Report, Write } from './report.ts';
import type { FileFindings, RelatedPlace } from './reported-finding.ts';

/** One array, sorted by file and position, an entry a line. */
export function jsonReport(write: Write): Report {
  let begun = false;
  return {
    add(result) {
      for (const entry of entriesOf(result)) {
        write(`${begun ? ',' : '['}\n${escapedJson(entry)}`);
        begun = true;
      }
    },
    end() {
      write(begun ? '\n]\n' : '[]\n');
    },
  };
}

function entriesOf({ file, findings }: FileFindings) {
  return findings.map(
    ({
      about: { document, item, kind, name },
      range,
      path,
      severity,
      reason,
      code,
      practice,
      isConsequence,
      message,
      related,
      delivery,
      versions,
    }) => ({
      file,
      document,
      ...(item === undefined ? {} : { item }),
      kind,
      name,
      line: range.start.line + 1,
      column: range.start.character + 1,
      endLine: range.end.line + 1,
      endColumn: range.end.character + 1,
      path,
      severity,
      reason,
      code,
      message,
      ...(practice ? { practice } : {}),
      ...(isConsequence ? { consequence: true } : {}),
      ...elsewhere(related),
      ...(versions ? { versions } : {}),
      ...(delivery ? { delivery } : {}),
    }),
  );
}

/** Places in other files: lines of values that went into a chart's template. */
function elsewhere(related: readonly RelatedPlace[]) {
  const places = related.flatMap(({ file, range: { start } }) =>
    file === undefined ? [] : [{ file, line: start.line + 1, column: start.character + 1 }],
  );
  return places.length > 0 ? { related: places } : {};
}
