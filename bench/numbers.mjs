export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

export function median(values) {
  return percentile(values, 0.5);
}

export function milliseconds(value) {
  return value >= 1000 ? `${(value / 1000).toFixed(2)} s` : `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}

/** Lines of cells, the first column to the left, the others to the right. */
export function printTable(title, rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const line = (row) => row.map((cell, column) => (column ? cell.padStart(widths[column] + 3) : cell.padEnd(widths[column]))).join('');
  console.log(`\n${title}\n${rows.map((row) => `  ${line(row)}`).join('\n')}`);
}
