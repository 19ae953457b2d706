import type { Command, Option } from 'commander';

/** Shells whose completion can be written. */
export const shells = ['bash', 'zsh', 'fish'] as const;

export type Shell = (typeof shells)[number];

/** A script for a shell that completes commands, options, their values, and files. */
export function completionScript(program: Command, shell: Shell): string {
  const commands = program.commands.map((command) => ({
    name: command.name(),
    about: command.description(),
    options: command.options.filter(({ hidden }) => !hidden),
    values: command.registeredArguments.flatMap(({ argChoices = [] }) => argChoices),
  }));
  switch (shell) {
    case 'bash':
      return bash(commands);
    case 'zsh':
      return `#compdef kubejob\nautoload -U +X bashcompinit && bashcompinit\n${bash(commands)}`;
    case 'fish':
      return fish(commands);
  }
}

interface Completed {
  readonly name: string;
  readonly about: string;
  readonly options: readonly Option[];
  readonly values: readonly string[];
}

function bash(commands: readonly Completed[]): string {
  const withChoices = commands.flatMap(({ name, options }) =>
    options.flatMap(({ long, argChoices }) =>
      long && argChoices ? [`    ${name}:${long}) words="${argChoices.join(' ')}" files= ;;`] : [],
    ),
  );
  const ofCommand = commands.map(
    ({ name, options, values }) =>
      `    ${name}) words="${[...options.flatMap(flags), '--help', ...values].join(' ')}"${values.length > 0 ? ' files=' : ''} ;;`,
  );
  return `_kubejob() {
  local words="" files=yes current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}"
  # The sign between an option and its value is a word of its own.
  if [ "$current" = "=" ]; then current=""; elif [ "$before" = "=" ]; then before="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')} --help --version" -- "$current"))
    return
  fi
  case "$command:$before" in
${withChoices.join('\n')}
  esac
  [ -n "$words" ] || case "$command" in
${ofCommand.join('\n')}
  esac
  case "$current" in
    -*) COMPREPLY=($(compgen -W "$words" -- "$current")) ;;
    *) COMPREPLY=($(compgen -W "$(printf '%s\\n' $words | grep -v '^-')" -- "$current") $([ -z "$files" ] || compgen -f -- "$current")) ;;
  esac
}
complete -o filenames -F _kubejob kubejob
`;
}

function fish(commands: readonly Completed[]): string {
  const quoted = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`;
  const lines = commands.flatMap(({ name, about, options, values }) => [
    `complete -c kubejob -n __fish_use_subcommand -f -a ${name} -d ${quoted(about)}`,
    ...(values.length > 0 ? [`complete -c kubejob -n '__fish_seen_subcommand_from ${name}' -f -a ${quoted(values.join(' '))}`] : []),
    ...options.flatMap(({ long, short, description, argChoices, required, optional }) => {
      const takes = required || optional ? ' -r' : '';
      const choices = argChoices ? ` -f -a ${quoted(argChoices.join(' '))}` : '';
      const letter = short ? ` -s ${short.slice(1)}` : '';
      return long
        ? [
            `complete -c kubejob -n '__fish_seen_subcommand_from ${name}' -l ${long.slice(2)}${letter}${takes}${choices} -d ${quoted(description)}`,
          ]
        : [];
    }),
  ]);
  const ofAll = [
    `complete -c kubejob -l help -s h -d ${quoted('what there is to say')}`,
    `complete -c kubejob -n __fish_use_subcommand -l version -s V -d ${quoted('which kubejob this is')}`,
  ];
  return `${[...ofAll, ...lines].join('\n')}\n`;
}

function flags({ long, short }: Option): readonly string[] {
  return [long, short].filter((flag) => typeof flag === 'string');
}
