// Makes docs/fidelity.md from what is recorded in test/: `npm run docs`. A test holds that it is up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const home = join(dirname(fileURLToPath(import.meta.url)), '..');
const file = join(home, 'docs/fidelity.md');
const recorded = (path) => readFileSync(join(home, 'test', path), 'utf8');
const lines = (path) =>
  recorded(`corpus/${path}`)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const json = (path) => JSON.parse(recorded(path));
const number = (value) => value.toLocaleString('en');

/** How many verdicts there are of each version, newest first. */
function verdicts() {
  const of = { 1.37: ['apiserver.jsonl', 'apiserver-more.jsonl', 'apiserver-details.jsonl'], 1.35: ['apiserver-1.35.jsonl'] };
  const all = { ...of, 1.34: ['apiserver-1.34.jsonl'], 1.33: ['apiserver-1.33.jsonl'], 1.31: ['apiserver-1.31.jsonl'] };
  return Object.entries(all)
    .sort(([one], [other]) => Number(other) - Number(one))
    .map(([version, files]) => {
      const cases = files.flatMap(lines);
      const refused = cases.filter(({ accepted }) => accepted === false).length;
      return `| manifests sent to an API server ${version} | ${number(cases.length)}, of which it refused ${number(refused)} | accepted or not, each field and reason, each warning |`;
    });
}

/** How many runs of controllers there are of each version. */
function runs() {
  const of = {
    1.37: ['job-runs.json', 'job-runs-more.json', 'cronjob-runs.json', 'namespace-runs.json'],
    1.33: ['job-runs-1.33.json'],
    1.31: ['job-runs-1.31.json', 'cronjob-runs-1.31.json', 'random-runs-1.31.json'],
  };
  return Object.entries(of)
    .sort(([one], [other]) => Number(other) - Number(one))
    .map(([version, files]) => {
      const count = files.reduce((sum, path) => sum + json(`simulations/${path}`).length, 0);
      return `| runs of the controllers of ${version}, watched from create to end | ${number(count)} | each row that a watcher saw, in order, with kubectl's columns |`;
    });
}

/** The text of docs/fidelity.md. */
export function fidelityPage() {
  const edits = [...json('corpus/edits.json').edits, ...json('corpus/edits-more.json').edits].length;
  const { quantities, durations, schedules } = json('corpus/go-readers.json');
  const { read } = json('corpus/libyaml-verdicts.json');
  return `# How sure is this?

<!-- Made from the recordings in test/ by \`npm run docs\`; changes here are lost. -->

What Kubejob says is held against what real programs said: an API server, the controllers, a node, kubectl, Go's own readers. Their answers are recorded in \`test/\`; each recording is one test, compared as a whole, without a list of exceptions. Where our model and a recording differ, our model is wrong.

| recorded | how many | what has to agree |
| --- | --- | --- |
${verdicts().join('\n')}
| manifests of the same under Pod Security, LimitRange and ResourceQuota | ${number(lines('admission.jsonl').length + lines('admission-more.jsonl').length)} | refused, warned of or let through, in the server's words |
| edits of objects that exist | ${number(edits)} | which of them the server takes |
| files given to kubectl | ${number(json('corpus/files-kubectl.json').length)} | which documents it reads, and why not |
${runs().join('\n')}
| runs on a whole node: kubelet, scheduler, containerd | ${number(json('simulations/node-runs.json').length)} | the rows of pods, their events, what \`describe\` prints |
| schedules given to the CronJob controller's own library | ${number(lines('cron-schedules.jsonl').length)} | accepted or not, and the next times |
| quantities, durations and schedules given to Go's readers | ${number(quantities.length)}, ${number(durations.length)}, ${number(schedules.length)} | read or not, and as what |
| texts given to the YAML library under the API server | ${number(read.length)} | read or refused |

Beside these, properties try what nobody recorded: a moment of a run is the end of a shorter run, shortcuts through years change nothing, two readers of YAML agree, edits change what was asked for and nothing else.

## What is left out

- The controllers' runs were recorded with a stand-in for the kubelet that takes no time. How long a real one takes is modelled after the node's recordings; images are pulled in no time, as nobody knows their size.
- Scheduling is room in pods, nodes that go and come, claims and gates as a [scenario](scenarios.md) says them. Affinity, taints, topology and real sizes of nodes are judged, and not played.
- Admission webhooks and policies of a cluster are not known; [namespaces.md](namespaces.md) says what of a namespace is.
- A command's run time is read from it where it says so; whatever else a program does, a scenario says. Every assumption is listed in the result.
- Versions between those in the table follow the sources of their releases ([versions.md](versions.md)); their API servers have not been asked each question again.
- Charts and overlays are what your own helm and kubectl make of them ([charts.md](charts.md)).

Found a difference? A manifest, the version, and what \`kubectl apply --dry-run=server\` or \`kubectl get -w\` printed are all that a recording needs.
`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) writeFileSync(file, fidelityPage());
