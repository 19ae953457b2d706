import { Words } from '../host/words.tsx';
import type { Now } from '../state/page-state.ts';
import { Sign } from '../timeline/signs/sign.tsx';
import { Problems } from './problems.tsx';
import { Title } from './title.tsx';
import { scenarioOf, whyNot } from './why-not.ts';

/** The page where nothing could be simulated, and no run is left from before. */
export function NotSimulated({ result, target, files }: Extract<Now, { readonly status: 'not-simulated' }>) {
  return (
    <main>
      <Title kind={target.kind} name={target.name} files={files} />
      <p class="outcome" role="status">
        <Sign state={result.status === 'refused' ? 'failed' : 'waiting'} />
        <span>
          <Words text={whyNot(result, target, files[0] ?? '')} />
        </span>
      </p>
      {'problems' in result && <Problems problems={result.problems} file={scenarioOf(result, files)} />}
    </main>
  );
}

export function Notice({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <main>
      <h1>{title}</h1>
      <p role="status">{text}</p>
    </main>
  );
}
