import { commands, type ExtensionContext, languages, window } from 'vscode';
import { settingList } from '../../server/application/settings/setting-list.ts';
import { type ChartParams, type ChartResult, chartRequest } from '../../server/protocol/charts/chart-requests.ts';
import { languages as ours } from '../server/documents.ts';
import type { Server } from '../server/server.ts';
import { changeSetting, setting } from '../settings/setting.ts';
import { t, useTexts } from '../words/texts.ts';
import { statusDetail } from '../workspace/status-detail.ts';
import { watchTextInFront } from '../workspace/text-in-front.ts';

const { valuesFiles } = settingList.helm;

/** With which values the chart of the text in front is rendered, among the language's status items, and the command that chooses them. */
export function registerChartStatus(context: ExtensionContext, server: Server): void {
  const item = languages.createLanguageStatusItem('kubejob.chart', []);
  const look = async () => {
    const document = window.activeTextEditor?.document;
    const chart = document && server.wanted(document) ? await chartOf(server, document.uri.toString()) : null;
    if (document !== window.activeTextEditor?.document) return;
    void commands.executeCommand('setContext', 'kubejob.inChart', chart !== null);
    useTexts();
    item.selector = chart ? ours.map((language) => ({ language })) : [];
    item.name = t('Values of the chart');
    item.text = `Helm: ${['values.yaml', ...(chart?.values ?? [])].join(', ')}`;
    const command = t('Change');
    const told = [chart?.message, chart?.kubernetes && judgedAs(chart.kubernetes)].flatMap((one) => one ?? []);
    item.detail = statusDetail(told, { text: item.text, command });
    item.command = { command: 'kubejob.chooseValuesFiles', title: command };
  };
  context.subscriptions.push(
    item,
    ...watchTextInFront(look, server.onBuilt),
    commands.registerCommand('kubejob.chooseValuesFiles', () => choose(server)),
  );
}

function judgedAs({ versions, kubeVersion }: NonNullable<NonNullable<ChartResult['chart']>['kubernetes']>): string {
  return t('Kubernetes {0} by kubeVersion {1}', versions, kubeVersion);
}

async function choose(server: Server): Promise<void> {
  const uri = window.activeTextEditor?.document.uri;
  const chart = uri ? await chartOf(server, uri.toString()) : null;
  if (!uri || !chart) return void window.showInformationMessage(t('There is no chart here that may be rendered.'));
  const current = setting(valuesFiles, uri);
  const offered = [...new Set([...current, ...chart.offered])];
  if (offered.length === 0)
    return void window.showInformationMessage(t('The chart has no other files of values, such as ci/test-values.yaml.'));
  const picked = await window.showQuickPick(
    offered.map((label) => ({ label, picked: current.includes(label) })),
    { canPickMany: true, placeHolder: t('Values that the chart is rendered with, beside its own') },
  );
  if (picked)
    await changeSetting(
      valuesFiles,
      uri,
      picked.map(({ label }) => label),
    );
}

async function chartOf(server: Server, uri: string): Promise<ChartResult['chart']> {
  const params: ChartParams = { uri };
  return (await server.request<ChartResult>(chartRequest, params)).chart;
}
