/** The name of the file that says how a folder and those below it are to be judged. */
export const configurationName = '.kubejob.yaml';

/** Whether a path or an address names such a file. */
export function isConfigurationName(file: string): boolean {
  return file === configurationName || /[\\/]\.kubejob\.yaml$/.test(file);
}
