import { relative, resolve, sep } from 'node:path';
import type { BuiltFinding } from '../../application/charts/built-verdict.ts';
import { configurationName } from '../../application/configuration/configuration-name.ts';
import { filledInOnceBuilt } from '../../application/configuration/configured-surroundings.ts';
import { type AllFacts, factsAt } from '../../application/facts/facts-at.ts';
import { overlayFindings } from '../../application/kustomize/overlay-findings.ts';
import { asFilledIn, type Settings } from '../../application/settings/settings.ts';
import { buildKustomization } from '../../files/build-kustomization.ts';
import { nearbyOnDisk } from '../../files/files-nearby.ts';
import { kustomizationFile } from '../../files/kustomizations-at.ts';
import { readFile } from '../../files/read-file.ts';
import { shownName } from '../../files/shown-name.ts';
import { render } from '../../messages/render.ts';
import { type FileFindings, reported } from '../report/reported-finding.ts';
import { askedOf, type HowToBuild, type JudgedCharts } from './judge-charts.ts';
import { settingsByFile } from './settings-by-file.ts';

/** Builds kustomizations with a tool of the user's, one after the other, and judges what comes out: verdicts by the files that wrote it. */
export async function judgeKustomizations(
  folders: readonly string[],
  settings: Settings,
  facts: AllFacts,
  { findingsOf, begun = () => {} }: HowToBuild = {},
): Promise<JudgedCharts> {
  const knownAt = factsAt(facts);
  const settingsAt = settingsByFile(settings);
  const around = nearbyOnDisk(configurationName);
  const results: FileFindings[] = [];
  const asTheyStand: string[] = [];
  const refused: string[] = [];
  for (const folder of folders) {
    begun(folder);
    const build = await buildKustomization(folder, { kubectl: settings.kubectl.path, kustomize: settings.kustomize.path });
    const file = kustomizationFile(folder);
    const { path, nearby } = around(file);
    if (build.status === 'no-tool') asTheyStand.push(folder);
    else if (build.status === 'stopped') refused.push(`${shownName(folder)}: ${render(`kustomize-${build.why}`, {})}`);
    else if (build.status === 'refused') refused.push(shownName(`${folder}: kustomize: ${withAdvice(build.message)}`));
    else {
      const filled = asFilledIn(settingsAt(file), filledInOnceBuilt(path, nearby));
      const how = { settings: filled, facts: knownAt(resolve(file), undefined), findingsOf: askedOf(folder, findingsOf) };
      const verdict = overlayFindings(build.documents, slashed(resolve(folder)), textOf, how, Date.now);
      results.push({ file: folder, objects: verdict.objects, findings: [] }, ...byFile(verdict.findings));
    }
  }
  return { results: once(results), asTheyStand, refused };
}

function byFile(findings: readonly BuiltFinding[]): readonly FileFindings[] {
  return [...new Set(findings.map(({ file }) => file))].map((file) => ({
    file: relative(process.cwd(), file) || file,
    objects: 0,
    ofChart: true,
    findings: findings
      .filter((one) => one.file === file)
      .map((one) => ({
        ...reported({ ...one, related: [] }),
        details: { line: (textOf(file) ?? '').split(/\r?\n/)[one.range.start.line] ?? '' },
      })),
  }));
}

/** What two overlays say of the same place of their base is said once. */
function once(results: readonly FileFindings[]): readonly FileFindings[] {
  const seen = new Set<string>();
  return results.map((result) => ({
    ...result,
    findings: result.findings.filter(({ code, range, message }) => {
      const key = JSON.stringify([result.file, code, range, message]);
      return !seen.has(key) && seen.add(key);
    }),
  }));
}

/** kustomize knows objects by their names. */
function withAdvice(message: string): string {
  return /missing metadata\.name/.test(message) ? `${message}; ${render('kustomize-generate-name', {})}` : message;
}

function textOf(path: string): string | undefined {
  const read = readFile(path);
  return 'text' in read ? read.text : undefined;
}

function slashed(path: string): string {
  return path.split(sep).join('/');
}
