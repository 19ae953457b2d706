// Which file is the scenario of which manifest. Client and server both ask here; it imports nothing.

const scenarioEndings = ['.scenario.yaml', '.scenario.yml'];
const manifestEndings = ['.yaml', '.yml', '.json'];

/** Whether a path or an address names a scenario: `NAME.scenario.yaml` or `NAME.scenario.yml`. */
export function isScenarioName(file: string): boolean {
  return endingOf(file, scenarioEndings) !== undefined;
}

/**
 * What the scenario beside a manifest may be called, `NAME.scenario.yaml` beside `NAME.yaml`: the first that there is counts. That of a
 * chart's template may lie in the chart's folder: what lies among its templates helm takes for one of them.
 */
export function scenarioNames(manifest: string): readonly string[] {
  if (isScenarioName(manifest)) return [];
  const ofChart = scenarioNameOfChart(manifest);
  const beside = scenarioEndings.map((ending) => nameWithout(manifest, manifestEndings) + ending);
  return ofChart === undefined ? beside : [...beside, ofChart];
}

/** Of a file below a folder `templates` the name of a scenario beside that folder; undefined of others. */
export function scenarioNameOfChart(template: string): string | undefined {
  const [, chart, name = ''] = /^(.*[\\/]|)templates[\\/](?:.*[\\/])?([^\\/]+)$/.exec(template) ?? [];
  return chart === undefined ? undefined : chart + nameWithout(name, manifestEndings) + scenarioEndings[0];
}

/** What the manifest beside a scenario may be called: the first that there is is the one that it plays. */
export function manifestNames(scenario: string): readonly string[] {
  if (!isScenarioName(scenario)) return [];
  const name = nameWithout(scenario, scenarioEndings);
  const folder = /^.*[\\/]/.exec(name)?.[0] ?? '';
  return [name, `${folder}templates/${name.slice(folder.length)}`].flatMap((one) => manifestEndings.map((ending) => one + ending));
}

function nameWithout(file: string, endings: readonly string[]): string {
  return file.slice(0, file.length - (endingOf(file, endings)?.length ?? 0));
}

function endingOf(file: string, endings: readonly string[]): string | undefined {
  const lower = file.toLowerCase();
  return endings.find((ending) => lower.endsWith(ending));
}
