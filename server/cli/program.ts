import { setFlagsFromString } from 'node:v8';
import { Argument, Command, CommanderError, Option } from 'commander';
import { version } from '../../package.json';
import { adviceChoices } from '../application/settings/setting-list.ts';
import { severities } from '../kubernetes/finding/severities.ts';
import type { DiffOptions } from './diff.ts';
import type { ExplainOptions } from './explain.ts';
import { type Shell, shells } from './manual/shell-completion.ts';
import type { NamespaceFactsOptions } from './namespace-facts.ts';
import { count, duration, formatOption, runs, several, severalNames, share, speed, versionOption, versionRangeOption } from './options.ts';
import { testFormats } from './report/test-report.ts';
import type { ReportOptions } from './report-runs.ts';
import type { SimulateOptions } from './simulate.ts';
import { CannotWrite, standardOutput } from './streams/standard-output.ts';
import { type ExitStatus, exitStatus, type Streams } from './streams/streams.ts';
import type { TestOptions } from './test.ts';
import type { ValidateOptions } from './validate.ts';

const factsHelp = 'what is in force in the namespace: Namespace, LimitRange, ResourceQuota; otherwise what the files read say';

/** Runs the command line; what a command needs is loaded when it runs, so that each starts as fast as it can. */
export async function runCommandLine(
  args: readonly string[],
  streams: Streams = standardOutput,
  serve: () => Promise<unknown> = async () => {},
): Promise<ExitStatus> {
  let code: ExitStatus = exitStatus.good;
  const program = new Command('kubejob')
    .description("Kubernetes Jobs and CronJobs: the API server's verdict, and a simulation of what the controllers would do.")
    .version(version)
    .configureOutput({
      writeOut: streams.out,
      writeErr: streams.error,
      outputError: (text, write) => write(text.replace(/^error/, 'kubejob')),
    })
    .exitOverride();

  program
    .command('validate')
    .description('Say what the API server would say of Jobs and CronJobs.')
    .argument('<path...>', 'files, folders (*.yaml, *.yml, *.json), patterns in quotes, or - for standard input')
    .addOption(versionRangeOption())
    .addOption(formatOption())
    .addOption(
      new Option(
        '--advice <level>',
        'how much to say beyond the API server\'s verdict: practices only with all (default: .kubejob.yaml\'s, or "pitfalls")',
      ).choices(adviceChoices),
    )
    .option('--strict', 'fail on warnings, too')
    .addOption(new Option('--fail-on <severity>', 'what makes the run fail (default: .kubejob.yaml\'s, or "error")').choices(severities))
    .option('--rule <name>', 'tell of this alone, by the name in brackets, and mend this alone; may be given again', severalNames)
    .option('--fix', 'mend what has one answer, in the files')
    .option('--diff', 'print what --fix would change, and exit with 1 where it would')
    .option('--baseline <file>', 'leave out the findings that this file knows')
    .option('--update-baseline', 'write what is found into the file that --baseline names')
    .option('--changed <revision>', 'only files that git says changed since the revision, such as main')
    .option('--stdin-filename <name>', 'what standard input is called, and where it is taken to lie')
    .option('--no-gitignore', 'judge what git ignores, too')
    .option('--force-exclude', 'leave out what .kubejob.yaml excludes also where it is named, as hooks do')
    .option('--helm', 'render charts in folders with your helm, too; a path that is itself a chart always is')
    .option('--kustomize', 'build the kustomizations in and below the paths with your kubectl or kustomize, and judge what comes out')
    .option('-f, --values <file>', 'a file of values for charts, beside their own; may be given again', several)
    .option('--facts <file>', factsHelp)
    .option('--no-facts', 'leave aside what the files say of namespaces')
    .option('--allow-empty', 'succeed where there is no file to read')
    .option('--require-jobs', 'fail where no file holds a Job or CronJob')
    .exitOverride()
    .action(async (paths: string[], options: ValidateOptions) => {
      optimizeLate();
      const { validate } = await import('./validate.ts');
      code = await validate(paths, options, streams);
    });

  program
    .command('diff')
    .description('Say what Kubernetes would refuse to change on Jobs and CronJobs that exist, and what the tool at hand would then do.')
    .argument('<path...>', 'files, folders, charts, or - for standard input')
    .requiredOption(
      '--against <what>',
      'what exists: a file (as kubectl get -o yaml prints it, or an older manifest), a folder, - for standard input, or a commit, branch or tag of git',
    )
    .addOption(versionRangeOption())
    .addOption(formatOption())
    .option('-f, --values <file>', 'a file of values for charts, beside their own; may be given again', several)
    .exitOverride()
    .action(async (paths: string[], options: DiffOptions) => {
      const { diff } = await import('./diff.ts');
      code = await diff(paths, options, streams);
    });

  program
    .command('simulate')
    .description('Show what the controllers would do with a Job or CronJob.')
    .argument('<manifest>', 'a file, or - for standard input')
    .option('--name <name>', 'which object; otherwise the first')
    .option('--scenario <file>', 'how the containers behave; otherwise NAME.scenario.yaml beside the manifest, or a comment at its head')
    .addOption(
      new Option(
        '--until <duration>',
        'how long to watch, such as 150s or 5m; a CronJob otherwise until its third run has ended',
      ).argParser(duration),
    )
    .addOption(versionRangeOption())
    .addOption(
      new Option('--output <what>', 'what to print (default: the timeline in a terminal, otherwise watch)').choices([
        'watch',
        'pods',
        'events',
        'describe',
        'describe-pods',
        'summary',
        'timeline',
        'json',
      ]),
    )
    .option('--live', 'draw the timeline as it goes on, in a terminal')
    .addOption(
      new Option('--speed <factor>', 'with --live: seconds of the run in one second (default: ten seconds for all of it)').argParser(speed),
    )
    .option('--run', "of a CronJob: simulate one run of it, as 'kubectl create job --from=cronjob/NAME' starts it")
    .addOption(new Option('--runs <count>', 'simulate so many runs by chance, and say how they spread').argParser(runs))
    .addOption(new Option('--failure-rate <share>', 'with --runs: how many container runs fail, from 0 to 1').argParser(share))
    .addOption(new Option('--seed <number>', 'decides every draw by chance').argParser(count))
    .option('--facts <file>', factsHelp)
    .option('--no-facts', 'leave aside what the manifest says of namespaces')
    .exitOverride()
    .action(async (manifest: string, options: SimulateOptions) => {
      const { simulateManifest } = await import('./simulating.ts');
      code = await simulateManifest(manifest, options, streams);
    });

  program
    .command('explain')
    .description('Say why a Job of a cluster ended as it did, from what kubectl get jobs,pods,events -o json printed.')
    .argument('<file>', 'what kubectl printed, or - for standard input')
    .option('--name <name>', 'which Job; otherwise one that failed, or the last')
    .addOption(versionRangeOption())
    .addOption(
      new Option('--output <what>', 'what to print')
        .choices(['text', 'json', 'scenario', 'watch', 'pods', 'events', 'describe'])
        .default('text'),
    )
    .exitOverride()
    .action(async (file: string, options: ExplainOptions) => {
      const { explainRecord } = await import('./simulating.ts');
      code = explainRecord(file, options, streams);
    });

  program
    .command('report')
    .description('Write one page of Markdown for a pipeline: what was found, and how each Job runs; it fails nobody.')
    .argument('<path...>', 'files, folders (*.yaml, *.yml, *.json), patterns in quotes, or - for standard input')
    .addOption(versionRangeOption())
    .option('--svg <folder>', 'draw the timeline of each Job into this folder, and show it on the page')
    .option('--facts <file>', factsHelp)
    .option('--no-facts', 'leave aside what the files say of namespaces')
    .option('--no-gitignore', 'take what git ignores, too')
    .exitOverride()
    .action(async (paths: string[], options: ReportOptions) => {
      const { reportRuns } = await import('./report-runs.ts');
      code = await reportRuns(paths, options, streams);
    });

  program
    .command('namespace-facts')
    .description('Print what is in force in a namespace, for --facts; asks the cluster with kubectl get.')
    .argument('<namespace>', 'its name')
    .option('--context <name>', "which cluster of your kubeconfig; otherwise kubectl's current one")
    .exitOverride()
    .action(async (namespace: string, options: NamespaceFactsOptions) => {
      const { printNamespaceFacts } = await import('./namespace-facts.ts');
      code = await printNamespaceFacts(namespace, options, streams);
    });

  program
    .command('test')
    .description('Check what NAME.test.yaml expects of the simulations of NAME.yaml.')
    .argument('<path...>', 'files of tests, manifests that have one beside them, or folders')
    .addOption(versionOption())
    .addOption(new Option('--format <format>', 'how to print').choices(testFormats).default('text'))
    .option('--watch', 'run them again whenever a file changes that they may depend on')
    .action(async (paths: string[], options: TestOptions) => {
      const { areThere, filesBehindTests, testSimulations, watchFiles } = await import('./simulating.ts');
      const play = () => testSimulations(paths, options, streams);
      if (options.watch && areThere(paths)) await watchFiles(paths, () => filesBehindTests(paths), play, streams);
      else code = await play();
    });

  program
    .command('rule')
    .description('Explain a rule, by the name in brackets behind a finding; without a name, list them.')
    .argument('[name]', 'such as image-latest')
    .action(async (name: string | undefined) => {
      code = (await import('./manual/index.ts')).explainRule(name, streams);
    });

  program
    .command('versions')
    .description('List the versions of Kubernetes that are known, and what each brought to Jobs.')
    .action(async () => {
      code = (await import('./manual/index.ts')).listVersions(streams);
    });

  program
    .command('completion')
    .description('Print a script that completes commands and options in a shell: source <(kubejob completion bash).')
    .addArgument(new Argument('<shell>', 'which one').choices(shells))
    .action(async (shell: Shell) => {
      streams.out((await import('./manual/index.ts')).completionScript(program, shell));
    });

  program
    .command('man')
    .description('Print the manual page: kubejob man | man -l -.')
    .action(async () => {
      streams.out((await import('./manual/index.ts')).manPage(program, version));
    });

  program
    .command('mcp')
    .description('Serve an agent by the Model Context Protocol over standard input and output: validate, simulate, explain, next_runs.')
    .action(async () => {
      const { serveAgent } = await import('./simulating.ts');
      code = await serveAgent(process.stdin, streams, Date.now);
    });

  program
    .command('language-server')
    .description('Serve an editor over the Language Server Protocol.')
    .option('--stdio', 'speak over standard input and output')
    .allowUnknownOption()
    .allowExcessArguments()
    .exitOverride()
    .action(async () => {
      // The protocol's library reads these arguments itself, and refuses to guess.
      if (!process.argv.some((argument) => /^--(stdio|node-ipc|socket|pipe)\b/.test(argument))) process.argv.push('--stdio');
      await serve();
    });

  // Read where output is begun: `wants-colours.ts`.
  for (const command of [program, ...program.commands]) command.option('--color', 'colour what is printed').option('--no-color', 'do not');
  for (const command of program.commands) command.showHelpAfterError(`kubejob ${command.name()} --help says what there is`);
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitStatus.good : exitStatus.couldNotRun;
    if (!(error instanceof CannotWrite)) throw error;
    sayIfPossible(streams, error);
    return exitStatus.couldNotRun;
  }
}

/** Where standard error cannot be written either, the exit status says it alone. */
function sayIfPossible({ error: say }: Streams, { message }: CannotWrite): void {
  try {
    say(`kubejob: ${message}\n`);
  } catch (error) {
    if (!(error instanceof CannotWrite)) throw error;
  }
}

/**
 * Most runs are over before it pays that V8 optimizes what runs often: with its own budget a third of the time of a
 * thousand manifests goes into that. The flag is one of V8 11, in Node 20; later ones complain of it.
 */
function optimizeLate(): void {
  if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=1600000');
}
