import { t } from '@vscode/l10n';
import type { ProblemInFile } from '../../../server/protocol/requests.ts';
import { post } from '../host/host.ts';
import { Words } from '../host/words.tsx';

interface Props {
  readonly problems: readonly ProblemInFile[];
  /** How users know the file in which they stand. */
  readonly file: string | undefined;
}

/** What is to be mended first; each line goes to its place in the text. */
export function Problems({ problems, file }: Props) {
  return (
    <ul class="problems">
      {problems.map(({ uri, line, character, message }) => (
        <li key={`${line}:${character}:${message}`}>
          <button type="button" class="link" onClick={() => post({ type: 'reveal', uri, line, character })}>
            <span class="where">{file === undefined ? t('Line {0}', line + 1) : t('{0}, line {1}', file, line + 1)}</span>{' '}
            <Words text={message} />
          </button>
        </li>
      ))}
    </ul>
  );
}
