import { BarChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use, type ECharts } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([BarChart, GridComponent, TooltipComponent, CanvasRenderer]);

/** A row of a table: its number as data and in words. */
interface Bar {
  name: string;
  value: number;
  number: string;
}

function bars(table: HTMLElement, upright: boolean): Bar[] {
  const rows = [...table.querySelectorAll('tbody tr')].map((row) => {
    const cell = row.querySelector<HTMLElement>('[data-value]');
    return {
      name: row.querySelector('th')?.textContent ?? '',
      value: Number(cell?.dataset.value),
      number: cell?.textContent?.trim() ?? '',
    };
  });
  // tables begin with the newest month, time runs to the right
  return upright ? rows.reverse() : rows;
}

/** The chart in the colours and the room the page gives it now. */
function options(frame: HTMLElement, rows: Bar[], upright: boolean): Parameters<ECharts['setOption']>[0] {
  const style = getComputedStyle(frame);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const fontSize = parseFloat(style.fontSize) * 0.8125;
  const text = { color: colour('--ink'), fontFamily: style.fontFamily, fontSize };
  const names = {
    type: 'category' as const,
    data: rows.map((row) => row.name),
    inverse: !upright,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: colour('--line-strong') } },
    axisLabel: upright
      ? text
      : { ...text, width: Math.min(220, frame.clientWidth * 0.4), overflow: 'truncate' as const, interval: 0 },
  };
  const numbers = {
    type: 'value' as const,
    minInterval: 1,
    axisLabel: { ...text, hideOverlap: true },
    splitLine: { lineStyle: { color: colour('--line') } },
  };
  return {
    animation: false,
    grid: { left: 8, right: upright ? 8 : 48, top: 16, bottom: 8, containLabel: true },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      // drawn like the rest: the content policy allows no style in markup
      renderMode: 'richText',
      confine: true,
      backgroundColor: colour('--paper'),
      borderColor: colour('--line-strong'),
      textStyle: text,
      formatter: (shown: unknown) => {
        const row = rows[(shown as { dataIndex: number }[])[0]?.dataIndex ?? -1];
        return row ? `${row.name}  ${row.number}` : '';
      },
    },
    xAxis: upright ? names : { ...numbers, show: false },
    yAxis: upright ? numbers : names,
    series: [
      {
        type: 'bar',
        data: rows.map((row) => row.value),
        barMaxWidth: 24,
        itemStyle: { color: colour('--link') },
        label: { ...text, show: !upright, position: 'right' },
      },
    ],
  };
}

const dark = matchMedia('(prefers-color-scheme: dark)');

/** Shows the rows of a table as a chart, drawn anew when the frame or the colours change. */
export function draw(frame: HTMLElement, table: HTMLElement): void {
  const upright = frame.dataset.upright === 'true';
  const rows = bars(table, upright);
  const chart = init(frame);
  const again = () => chart.setOption(options(frame, rows, upright), true);
  again();
  dark.addEventListener('change', again);
  new ResizeObserver(() => {
    if (frame.clientWidth > 0) {
      chart.resize();
      again();
    }
  }).observe(frame);
}
