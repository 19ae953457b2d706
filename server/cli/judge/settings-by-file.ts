import { dirname, relative, resolve, sep } from 'node:path';
import { type Configuration, configurationName, configured, readConfiguration } from '../../application/settings/configuration.ts';
import type { Settings } from '../../application/settings/settings.ts';
import { filesAbove } from '../../files/files-above.ts';
import { readFile } from '../../files/read-file.ts';

/** The settings of the call where a file lies: with the versions, and without the rules, that the configuration nearest above it names. */
export function settingsByFile(settings: Settings): (file: string) => Settings {
  const known = new Map<string, Above | undefined>();
  return (file) => {
    const folder = dirname(resolve(file));
    if (!known.has(folder)) known.set(folder, configurationAbove(file));
    const above = known.get(folder);
    if (!above) return settings;
    const path = relative(above.folder, resolve(file)).replaceAll(sep, '/');
    return configured(settings, above.configuration, path);
  };
}

interface Above {
  readonly folder: string;
  readonly configuration: Configuration;
}

/** One that cannot be read is told of where facts are read. */
function configurationAbove(file: string): Above | undefined {
  const [found] = filesAbove([file], configurationName);
  const read = found === undefined ? undefined : readFile(found);
  return found !== undefined && read && 'text' in read
    ? { folder: dirname(found), configuration: readConfiguration(read.text) }
    : undefined;
}
