import { t } from '@vscode/l10n';
import { useMemo, useState } from 'preact/hooks';
import type { ReasonInRun } from '../../../server/simulator/run/reasons/reasons-of.ts';
import { Words } from '../host/words.tsx';
import { marksOf } from '../marks/marks.ts';
import type { Picture } from '../picture/picture.ts';
import type { Simulated } from '../state/page-state.ts';
import './run-table.css';
import { type TableRow, tableRows } from './table-rows.ts';

interface Props {
  readonly picture: Picture;
  readonly result: Simulated;
  readonly reasons: readonly ReasonInRun[];
}

/** So many rows are added at a time. */
const rowsAtOnce = 100;

/** The timeline as a table, for those who read it rather than see it: closed at first, and made when it is opened. */
export function RunTable(props: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="run-table" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('The timeline as a table')}</summary>
      {isOpen && <Table {...props} />}
    </details>
  );
}

function Table({ picture, result, reasons }: Props) {
  const [count, setCount] = useState(rowsAtOnce);
  const marks = useMemo(() => marksOf(picture.run, result.actions, result.refusals), [picture, result]);
  // One more than is shown tells whether there are more.
  const found = useMemo(() => firstOf(tableRows(picture, marks, reasons), count + 1), [picture, marks, reasons, count]);
  const caption = t('{0} {1}: each state of the Jobs and pods', result.kind, result.name);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, and must do so by keyboard too. */}
      <section tabIndex={0} aria-label={caption}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {[t('Job or pod'), t('State'), t('From'), t('To'), t('Why')].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.slice(0, count).map((row, at) => (
              <Row key={at} row={row} />
            ))}
          </tbody>
        </table>
      </section>
      {found.length > count && (
        <button type="button" onClick={() => setCount(count + rowsAtOnce)}>
          {t('{0} more rows', rowsAtOnce)}
        </button>
      )}
    </>
  );
}

function Row({ row: { name, state, from, to, why } }: { readonly row: TableRow }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{state}</td>
      <td>{from}</td>
      <td>{to}</td>
      <td>
        <Words text={why} />
      </td>
    </tr>
  );
}

function firstOf<Item>(items: Iterable<Item>, count: number): readonly Item[] {
  const first: Item[] = [];
  for (const item of items) {
    if (first.length >= count) break;
    first.push(item);
  }
  return first;
}
