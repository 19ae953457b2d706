import { describe, expect, test } from 'vitest';
import { configured, readConfiguration } from '../../../server/application/configuration/configuration.ts';
import { renderedFor, withVersionsOfChart } from '../../../server/application/configuration/versions-of-chart.ts';
import { defaultSettings, readSettings, versionsInWords } from '../../../server/application/settings/settings.ts';

const chart = (kubeVersion: string) => `apiVersion: v2\nname: a\nversion: 0.1.0\nkubeVersion: ${kubeVersion}\n`;

describe('the versions that a chart allows', () => {
  test('decide in it, and it is rendered for the newest of them', () => {
    const settings = withVersionsOfChart(defaultSettings, chart('">=1.30.2 <1.34"'));
    expect([versionsInWords(settings), settings.kubeVersion, renderedFor(settings)]).toEqual(['1.30-1.33', '>=1.30.2 <1.34', '1.33.0']);
    expect(withVersionsOfChart(defaultSettings, chart('">=1.30.2 <1.34"'))).toBe(settings);
    expect(renderedFor(withVersionsOfChart(defaultSettings, chart('~1.31.4')))).toBe('1.31.4');
  });

  test.each(['', '1.33', '">=99"', '[a]'])('do not where it is %j', (kubeVersion) => {
    expect(withVersionsOfChart(defaultSettings, chart(kubeVersion))).toBe(defaultSettings);
  });

  test('do not where a setting or a configuration names others', () => {
    const asked = readSettings({ kubernetesVersion: '1.35' }, 'en');
    expect(withVersionsOfChart(asked, chart('"<1.34"'))).toBe(asked);
    expect(renderedFor(asked)).toBe('1.35.0');
    const said = configured(
      withVersionsOfChart(defaultSettings, chart('"<1.34"')),
      readConfiguration('kubernetesVersion: "1.36"\n'),
      'a.yaml',
    );
    expect([versionsInWords(said), renderedFor(said)]).toEqual(['1.36', '1.36.0']);
  });

  test('are not asked for where nobody says any: helm has its own', () => {
    expect(renderedFor(defaultSettings)).toBeUndefined();
  });
});
