import * as vega from 'vega';
import { compile } from 'vega-lite';

// Without a canvas vega takes every letter for 0.8 em, which leaves wide empty margins; 0.56 em is what sans-serif text has.
vega.textMetrics.width = (item, text) => String(text ?? '').length * (item.fontSize ?? 11) * 0.56;

const CONFIG = {
  background: 'white',
  padding: 12, // px, so that the plot does not touch the text around it
  font: 'sans-serif',
  axis: {
    labelFontSize: 11,
    labelLimit: 0,
    titleFontSize: 11,
    titleFontWeight: 'normal',
    gridColor: '#e4e4e4',
    domainColor: '#888',
    tickColor: '#888',
  },
  // Prefixes for thousands only: the format of d3 alone would write half a millisecond as 500m.
  axisQuantitative: { labelExpr: "format(datum.value, datum.value < 1000 ? '~r' : '~s')" },
  axisX: { labelFlush: false },
  axisY: { titlePadding: 8 },
  bar: { cornerRadiusEnd: 1 },
  legend: { labelFontSize: 11, labelLimit: 0, columnPadding: 16, symbolType: 'square', symbolStrokeWidth: 0, offset: 8 },
  text: { fontSize: 11 },
  title: {
    anchor: 'start',
    frame: 'bounds',
    fontSize: 15,
    offset: 12,
    subtitleFontSize: 11,
    subtitleColor: '#555',
    subtitlePadding: 5,
  },
  view: { stroke: null },
};

export async function render(spec) {
  const { spec: compiled } = compile(spec, { config: CONFIG });
  const view = new vega.View(vega.parse(compiled), { renderer: 'none' });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}
