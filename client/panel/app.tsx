import { t } from '@vscode/l10n';
import type { SimulateResult } from '../../server/protocol/requests.ts';
import { toldUntil } from '../../server/simulator/run/at.ts';
import type { Chosen } from './host/chosen.ts';
import { post } from './host/host.ts';
import type { PanelState } from './host/messages.ts';
import { Words } from './host/words.tsx';
import { Outputs } from './outputs/outputs.tsx';
import { Reasons } from './reasons.tsx';
import { duration } from './timeline/axis.ts';
import { drawnState } from './timeline/pod-states.ts';
import { Sign } from './timeline/sign.tsx';
import { Timeline } from './timeline/timeline.tsx';

export function App({ state, ...chosen }: Chosen & { state: PanelState }) {
  switch (state.status) {
    case 'waiting':
      return <p class="quiet">{t('Simulating …')}</p>;
    case 'broken':
      return <Notice title={t('The simulation could not run')} text={state.text} />;
    case 'shown':
      return <Shown {...state} {...chosen} />;
  }
}

function Shown({ result, files, target, second, choose }: Chosen & Extract<PanelState, { status: 'shown' }>) {
  switch (result.status) {
    case 'gone':
      return (
        <Notice
          title={t('{0} is gone', target.name ?? target.kind)}
          text={t('The Job that was simulated is no longer in {0}.', files[0] ?? '')}
        />
      );
    case 'refused':
    case 'unfinished':
      return <NotSimulated result={result} files={files} />;
    case 'simulated':
      return <Simulated {...result} files={files} second={second} choose={choose} />;
  }
}

function Notice({ title, text }: { title: string; text: string }) {
  return (
    <main>
      <h1>{title}</h1>
      <p role="status">{text}</p>
    </main>
  );
}

function NotSimulated({ result, files }: { result: Extract<SimulateResult, { problems: unknown }>; files: readonly string[] }) {
  const { kind, name, problems } = result;
  return (
    <main>
      <Title kind={kind} name={name} files={files} />
      <p class="outcome" role="status">
        <Sign state={result.status === 'refused' ? 'failed' : 'waiting'} />
        <span>
          <Words text={whyNot(result)} />
        </span>
      </p>
      <ul class="problems">
        {problems.map(({ uri, line, character, message }) => (
          <li key={`${line}:${character}:${message}`}>
            <button type="button" class="link" onClick={() => post({ type: 'reveal', uri, line, character })}>
              <span class="place">{t('Line {0}', line + 1)}</span> <Words text={message} />
            </button>
          </li>
        ))}
      </ul>
    </main>
  );
}

function whyNot(result: Extract<SimulateResult, { problems: unknown }>): string {
  if (result.status === 'unfinished') return result.message;
  if (result.what === 'scenario') return t('The scenario cannot be played until it is mended.');
  return t('The API server would not accept this: there is nothing to simulate until it is mended.');
}

function Simulated(props: Chosen & Extract<SimulateResult, { status: 'simulated' }> & { files: readonly string[] }) {
  const { kind, name, run, outcome, assumptions, reasons, files, second, choose } = props;
  return (
    <main>
      <Title kind={kind} name={name} files={files} />
      <p class="outcome" role="status">
        <Sign state={drawnState(run.summary.outcome)} />
        <span>
          <Words text={outcome} />
        </span>
      </p>
      {run.stoppedEarly && <p class="quiet">{t('There was more to come: the run was cut off after very many changes.')}</p>}
      {run.told < run.end && (
        <p class="quiet">{t('Only the first {0} are shown: all of it is too much to draw.', duration(toldUntil(run)))}</p>
      )}
      <Timeline key={`${kind} ${name}`} run={run} second={second} choose={choose} />
      <Reasons reasons={reasons} />
      <Outputs run={run} second={second} />
      {assumptions.length > 0 && (
        <section aria-labelledby="assumptions">
          <h2 id="assumptions">{t('Assumptions')}</h2>
          <ul class="assumptions">
            {assumptions.map((text) => (
              <li key={text}>
                <Words text={text} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  );
}

function Title({ kind, name, files }: { kind: string; name: string | null; files: readonly string[] }) {
  return (
    <header>
      <h1>{name ?? kind}</h1>
      <span class="quiet">{[kind, ...files].join(' · ')}</span>
    </header>
  );
}
