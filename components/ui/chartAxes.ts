/** Texts in a chart. */
export const CHART_TEXT = { fontFamily: "var(--f-mono)", fontSize: 12, fill: "var(--ink-3)" } as const;

/** The axis of values: no line, as wide as its longest text. */
export function valueAxis(ticks: number[], texts: string[]) {
  return {
    ticks,
    tickFormatter: (value: number) => texts[ticks.indexOf(value)] ?? "",
    tick: CHART_TEXT,
    tickLine: false,
    axisLine: false,
    width: 12 + 7.5 * Math.max(...texts.map((text) => text.length)),
  } as const;
}

/** The axis of time, with a text at some of its steps. */
export function timeAxis(labelled: number[]) {
  return { dataKey: "at", ticks: labelled, interval: 0, tickLine: false, axisLine: { stroke: "var(--line-strong)" }, height: 26 } as const;
}
