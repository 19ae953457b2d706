import { defineConfig } from 'vitest/config';

/** Tests with the real helm and kubectl; `node test/real-tools/run.mjs` finds those and runs them. */
export default defineConfig({
  test: {
    include: ['test/real-tools/**/*.test.ts'],
    testTimeout: 600_000,
    maxWorkers: 1,
  },
});
