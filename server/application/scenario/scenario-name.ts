// Which file is the scenario of which manifest. Client and server both ask here; it imports nothing.

const scenarioEndings = ['.scenario.yaml', '.scenario.yml'];
const manifestEndings = ['.yaml', '.yml', '.json'];

/** Whether a path or an address names a scenario: `NAME.scenario.yaml` or `NAME.scenario.yml`. */
export function isScenarioName(file: string): boolean {
  return endingOf(file, scenarioEndings) !== undefined;
}

/** What the scenario beside a manifest may be called, `NAME.scenario.yaml` beside `NAME.yaml`: the first that there is counts. */
export function scenarioNames(manifest: string): readonly string[] {
  return isScenarioName(manifest) ? [] : scenarioEndings.map((ending) => nameWithout(manifest, manifestEndings) + ending);
}

/** What the manifest beside a scenario may be called: the first that there is is the one that it plays. */
export function manifestNames(scenario: string): readonly string[] {
  return isScenarioName(scenario) ? manifestEndings.map((ending) => nameWithout(scenario, scenarioEndings) + ending) : [];
}

function nameWithout(file: string, endings: readonly string[]): string {
  return file.slice(0, file.length - (endingOf(file, endings)?.length ?? 0));
}

function endingOf(file: string, endings: readonly string[]): string | undefined {
  const lower = file.toLowerCase();
  return endings.find((ending) => lower.endsWith(ending));
}
