import { init, setPlatformAPI } from 'echarts';
import type { Page } from './page';
import { textWidth } from './text-width';

// There is no browser that could be asked how wide a text is.
setPlatformAPI({
  measureText: (text, font = '') => {
    const size = Number(/([\d.]+)px/.exec(font)?.[1] ?? 12);
    return { width: textWidth(text, { size, bold: /bold|[6-9]00/.test(font) }) };
  },
});

/** Draws a page as SVG. */
export function drawSvg({ width, height, option }: Page): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(option);
    return `${withoutTraces(chart.renderToSVGString())}\n`;
  } finally {
    // It would keep the process alive.
    chart.dispose();
  }
}

/** What makes a chart react to a mouse, and its number in this process: the same numbers shall give the same bytes. */
function withoutTraces(svg: string): string {
  return svg
    .replace(/ class="zr\d+-cls-\d+"/g, '')
    .replace(/<style ?>.*?<\/style>\n?/s, '')
    .replace(/\bzr\d+-/g, 'zr-');
}
