import type { Command } from 'commander';

/** The manual page of the command line in the language of man, from what the commands say of themselves: `kubejob man | man -l -`. */
export function manPage(program: Command, version: string): string {
  const commands = program.commands.flatMap((command) => [
    `.SS kubejob ${escaped(command.name())} ${escaped(command.usage())}`,
    escaped(command.description()),
    ...command.options
      .filter(({ hidden }) => !hidden)
      .flatMap(({ flags, description, argChoices, defaultValue }) => [
        '.TP',
        `.B ${escaped(flags)}`,
        escaped(
          [
            description,
            ...(argChoices ? [`(${argChoices.join(', ')})`] : []),
            ...(typeof defaultValue === 'string' ? [`[${defaultValue}]`] : []),
          ].join(' '),
        ),
      ]),
  ]);
  return `${[
    `.TH KUBEJOB 1 "" "kubejob ${version}"`,
    '.SH NAME',
    `kubejob \\- ${escaped(program.description())}`,
    '.SH COMMANDS',
    ...commands,
    '.SH EXIT STATUS',
    ...['.TP', '.B 0', 'No error; simulated.', '.TP', '.B 1', 'Errors; what was asked for is refused.', '.TP', '.B 2', 'Could not run.'],
    '.SH ENVIRONMENT',
    ...['.TP', '.B NO_COLOR, FORCE_COLOR', 'Whether output is coloured where \\-\\-color and \\-\\-no\\-color do not say.'],
    '.SH FILES',
    ...['.TP', '.B .kubejob.yaml', 'How the files beside and below it are judged.'],
  ].join('\n')}\n`;
}

/** A dash is a dash, and no line begins with a request. */
function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^(?=[.'])/gm, '\\&');
}
