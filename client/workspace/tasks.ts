import {
  type ExtensionContext,
  ShellExecution,
  ShellQuoting,
  Task,
  TaskGroup,
  TaskScope,
  tasks,
  type WorkspaceFolder,
  workspace,
} from 'vscode';
import { t } from '../words/texts.ts';

/** As package.json declares it: what runs, on which path, with which further arguments. */
interface KubejobTask {
  readonly type: string;
  readonly command: 'validate' | 'test';
  readonly path?: string;
  readonly arguments?: readonly string[];
}

/** The command line as tasks of the editor, whose findings the problem matcher takes up: for each folder, and as tasks.json says. */
export function registerTasks(context: ExtensionContext): void {
  const provided = (folder: WorkspaceFolder) =>
    (['validate', 'test'] as const).map((command) => taskOf({ type: 'kubejob', command }, folder));
  context.subscriptions.push(
    tasks.registerTaskProvider('kubejob', {
      provideTasks: () => (workspace.workspaceFolders ?? []).flatMap(provided),
      resolveTask: ({ definition, scope }) => taskOf(definition, scope),
    }),
  );
}

/** npx takes the command line of the project, or the one that is installed, and asks before it fetches it. */
function taskOf(definition: Task['definition'], scope: Task['scope']): Task {
  const { command = 'validate', path = '.', arguments: more = [] }: Partial<KubejobTask> = definition;
  const args = ['kubejob', command, ...more, path].map((value) => ({ value, quoting: ShellQuoting.Strong }));
  const name = command === 'test' ? t('run the tests of simulations') : t('judge all manifests');
  const task = new Task(definition, scope ?? TaskScope.Workspace, name, 'kubejob', new ShellExecution('npx', args), '$kubejob');
  if (command === 'test') task.group = TaskGroup.Test;
  return task;
}
