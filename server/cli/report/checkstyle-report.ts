import { pathInProject } from './path-in-project.ts';
import type { Report, Write } from './report.ts';
import { xmlText } from './xml-text.ts';

/** The XML of Checkstyle, which many tools read. */
export function checkstyleReport(write: Write): Report {
  write('<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n');
  return {
    add({ file, findings }) {
      if (findings.length === 0) return;
      const errors = findings.map(
        ({ severity, code, range: { start }, message }) =>
          `    <error line="${start.line + 1}" column="${start.character + 1}" severity="${severity}" message="${xmlText(message)}" source="kubejob.${xmlText(code)}"/>\n`,
      );
      write(`  <file name="${xmlText(pathInProject(file))}">\n${errors.join('')}  </file>\n`);
    },
    end() {
      write('</checkstyle>\n');
    },
  };
}
