// The commands that need the simulator: loaded together, as what they have in common is most of each.
export { explainRecord } from './explain.ts';
export { serveAgent } from './mcp.ts';
export { simulateManifest } from './simulate.ts';
export { areThere, filesBehindTests, testSimulations } from './test.ts';
export { watchFiles } from './watch.ts';
