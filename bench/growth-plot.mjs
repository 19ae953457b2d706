// Draws what `growth.mjs` measured: time against size, both by powers of ten.

const [width, height, margin] = [720, 480, 60];

/** An SVG with a line for each row; those that grow faster than `most` allows are red and named. */
export function growthPlot(rows, most) {
  const points = rows.flatMap(({ points }) => points).filter(({ time }) => time > 0);
  const x = scale(
    points.map(({ size }) => size),
    margin,
    width - margin,
  );
  const y = scale(
    points.map(({ time }) => time),
    height - margin,
    margin,
  );
  const lines = rows.map(({ name, points, exponent }) => {
    const places = points.filter(({ time }) => time > 0).map(({ size, time }) => `${x.at(size)},${y.at(time)}`);
    const isSteep = exponent > most;
    const label = isSteep ? `<text x="${width - margin + 4}" y="${places.at(-1)?.split(',')[1]}">${escaped(name)}</text>` : '';
    return `<polyline points="${places.join(' ')}" fill="none" stroke="${isSteep ? 'red' : 'steelblue'}" stroke-opacity="${isSteep ? 1 : 0.35}"><title>${escaped(name)} ${exponent.toFixed(2)}</title></polyline>${label}`;
  });
  const ticks = [
    ...x.powers.map((power) => `<text x="${x.at(10 ** power)}" y="${height - margin / 2}" text-anchor="middle">10^${power}</text>`),
    ...y.powers.map((power) => `<text x="${margin - 6}" y="${y.at(10 ** power)}" text-anchor="end">10^${power} ms</text>`),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width + 160}" height="${height}" font-family="sans-serif" font-size="11">
<rect width="100%" height="100%" fill="white"/>
${[...ticks, ...lines].join('\n')}
</svg>
`;
}

function scale(values, from, to) {
  const [first, last] = [Math.floor(Math.log10(Math.min(...values))), Math.ceil(Math.log10(Math.max(...values)))];
  const at = (value) => Math.round(from + ((Math.log10(value) - first) / Math.max(1, last - first)) * (to - from));
  return { at, powers: Array.from({ length: last - first + 1 }, (_, place) => first + place) };
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
