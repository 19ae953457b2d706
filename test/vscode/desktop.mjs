// Finds a desktop VS Code by its command `code`; nothing is ever downloaded.
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

const names = process.platform === 'win32' ? ['code.cmd'] : ['code'];

/** The path of the command `code`; undefined where it is not on PATH, or where there is no display to open a window on. */
export function desktopCommand() {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return undefined;
  return (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

/** The program behind that command, which tests start themselves. */
export function desktopProgram() {
  const command = desktopCommand();
  if (!command) return undefined;
  const bin = dirname(realpathSync(command));
  return ['../code', '../Code.exe', '../../../MacOS/Electron', '../../../MacOS/Code']
    .map((path) => join(bin, path))
    .find((path) => existsSync(path));
}
