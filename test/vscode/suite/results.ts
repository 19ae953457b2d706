export interface Results {
  readonly passed: number;
  readonly failed: number;
  readonly lines: readonly string[];
}

/** Runs what was added to Mocha, and says how it went, a line for each test. */
export async function resultsOf(mocha: Pick<Mocha, 'run'>): Promise<Results> {
  const lines: string[] = [];
  const failed = await new Promise<number>((done) => {
    const runner = mocha.run(done);
    runner.on('pass', (test) => lines.push(`  ✓ ${test.fullTitle()} (${test.duration ?? 0} ms)`));
    runner.on('fail', (test, error) => lines.push(`  ✗ ${test.fullTitle()}\n${indented(error.stack ?? error.message)}`));
  });
  return { passed: lines.filter((line) => line.startsWith('  ✓')).length, failed, lines };
}

function indented(text: string): string {
  return text.replace(/^/gm, '      ');
}
