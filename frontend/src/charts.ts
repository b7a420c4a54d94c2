import { BarChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use, type ECharts } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

// Loaded only by pages with charts. Each chart draws the rows of its table, which stands without this script.
use([BarChart, GridComponent, CanvasRenderer]);

/** Draws one chart in the colours of the page. */
function draw(chart: ECharts, frame: HTMLElement, table: HTMLElement): void {
  const rows = [...table.querySelectorAll('tbody tr')].map((row) => ({
    name: row.querySelector('th')?.textContent ?? '',
    value: Number(row.querySelector<HTMLElement>('[data-value]')?.dataset.value),
  }));
  const style = getComputedStyle(frame);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const fontSize = parseFloat(style.fontSize) * 0.8125;
  const text = { color: colour('--ink'), fontFamily: style.fontFamily, fontSize };
  const upright = frame.dataset.upright === 'true';
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
  chart.setOption(
    {
      animation: false,
      grid: { left: 8, right: upright ? 8 : 48, top: 16, bottom: 8, containLabel: true },
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
    },
    true,
  );
}

const dark = matchMedia('(prefers-color-scheme: dark)');
for (const frame of document.querySelectorAll<HTMLElement>('[data-chart]')) {
  const table = document.getElementById(frame.dataset.chart ?? '');
  if (table && frame.clientWidth > 0) {
    const chart = init(frame);
    const again = () => draw(chart, frame, table);
    again();
    dark.addEventListener('change', again);
    new ResizeObserver(() => {
      chart.resize();
      again();
    }).observe(frame);
  }
}
