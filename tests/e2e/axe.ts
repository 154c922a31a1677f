import axe from 'axe-core';

import type { TestPage } from '../../tools/browsers/browser-under-test.ts';

/** What axe-core finds, each rule with the markup at fault. Runs in a page, where axe's source comes first. */
// oxlint-disable-next-line no-implied-eval -- the page's own world takes one function, and axe has to be in it
const runAxe = new Function(
  'selector',
  `${axe.source};
  return window.axe.run(document.querySelector(selector) ?? document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }).then(({ violations, passes }) => ({
    rules: passes.map(({ id }) => id),
    violations: violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ': ' + html.slice(0, 200) + ' ' + failureSummary)),
  }));`,
) as (selector: string) => Promise<{ rules: string[]; violations: string[] }>;

/** In: a page and a selector of the part to look at. Out: what axe-core holds against it, and the rules that it passed. */
export function violationsOn(page: TestPage, selector = 'html') {
  return page.evaluate(runAxe, selector);
}
