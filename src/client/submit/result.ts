import type { FormProblem } from '#forms/check-file.ts'
import { nextSteps } from './next-steps.ts'
import { type NewFilePage, newFilePage, pathInRepository } from '#view/new-file-address.ts'
import type { Site } from '#schema/site.ts'
import { copy } from '../copy.ts'
import { saveFile } from '../save-file.ts'
import { button, element } from './element.ts'

/** The list of problems, each with a link to its control in the form. */
export function summary(
  problems: readonly FormProblem[],
  idAt: (problem: FormProblem) => string | null,
  sentences: (problem: FormProblem) => string,
  goTo: (problem: FormProblem, id: string) => void,
): HTMLElement {
  const list = element(
    'div',
    { class: 'form-summary', role: 'alert', tabindex: '-1' },
    element('h2', {}, `有${problems.length}处要改正`),
    element(
      'ul',
      {},
      ...problems.map((one) => {
        const id = idAt(one)
        if (id === null) return element('li', {}, sentences(one))
        const link = element('a', { href: `#${id}` }, sentences(one))
        link.addEventListener('click', (event) => {
          // The hash of the address is used for the chosen order and unit.
          event.preventDefault()
          goTo(one, id)
        })
        return element('li', {}, link)
      }),
    ),
  )
  return list
}

/** Scrolls to a control and focuses it; opens each `<details>` that hides it. */
export function reach(id: string): void {
  const found = document.getElementById(id)
  if (found === null) return
  for (
    let hiding = found.closest('details');
    hiding !== null;
    hiding = hiding.parentElement === null ? null : hiding.parentElement.closest('details')
  )
    // A summary shows itself.
    if (found !== hiding.firstElementChild) hiding.open = true
  found.focus()
  found.scrollIntoView({ block: 'center' })
}

/**
 * The finished file, with all available ways to submit it, and what to do next.
 *
 * @param warnings what the check remarks, in words
 * @param document offers the same content as a Word document; null where it cannot be made
 */
export function result(
  file: string,
  text: string,
  warnings: readonly string[],
  site: Site,
  say: (text: string) => void,
  document: HTMLElement | null,
): { panel: HTMLElement; filled: NewFilePage['filled'] | null } {
  const { repository } = site
  const path = repository === undefined ? file : pathInRepository(repository, file)
  const page = repository === undefined ? null : newFilePage(repository, path, text)
  const name = path.replace(/^.*\//, '')
  const panel = element(
    'div',
    { class: 'form-result' },
    element('h2', { tabindex: '-1' }, '文件已生成，检查通过'),
    ...(warnings.length === 0
      ? []
      : [
          element('p', {}, '下面的提醒请看一眼，确认无误可以保留：'),
          element('ul', {}, ...warnings.map((one) => element('li', {}, one))),
        ]),
    element('p', {}, '文件的位置和名称：', element('code', { class: 'form-path' }, path)),
    element(
      'div',
      { class: 'table-frame', role: 'region', 'aria-label': '文件内容', tabindex: '0' },
      element('pre', { class: 'form-file' }, element('code', {}, text)),
    ),
    element(
      'p',
      { class: 'form-actions' },
      page === null
        ? null
        : element(
            'a',
            { class: 'form-go', href: page.href, rel: 'noopener noreferrer', target: '_blank' },
            linkText[page.filled],
          ),
      button('下载文件', () => {
        saveFile(name, new Blob([text], { type: 'text/yaml;charset=utf-8' }))
        say('文件已下载。')
      }),
      button('复制内容', () => {
        void copy(text).then((copied) => {
          say(copied ? '内容已复制。' : '没有复制成功，请在上面选中内容再复制。')
        })
      }),
      document,
    ),
    element('h3', {}, '接下来'),
    element(
      'ol',
      { class: 'form-next' },
      ...nextSteps(site, { name, hasPage: page !== null, hasDocument: document !== null }).map(
        (step) => element('li', {}, step),
      ),
    ),
  )
  return { panel, filled: page === null ? null : page.filled }
}

const linkText: Readonly<Record<NewFilePage['filled'], string>> = {
  all: '到数据仓库新建文件（名称和内容已填好，新窗口）',
  name: '到数据仓库新建文件（名称已填好，内容要粘贴，新窗口）',
  none: '到数据仓库（新窗口）',
}
