/** The form of the page beside proposals: what an officer fills in becomes a file of decisions. */
import type { ProposalDecisions } from '#schema/proposal-decisions.ts'
import { jsonText } from '#model/json-text.ts'
import { saveFile } from './save-file.ts'
import { element } from './submit/element.ts'

type Decision = ProposalDecisions['decisions'][string]

function start(form: HTMLFormElement, result: HTMLElement, problems: HTMLElement): void {
  const name = form.dataset['file'] ?? ''
  let text = ''
  let isSaved = true
  form.addEventListener('input', () => {
    isSaved = false
    result.hidden = true
    sections(form).forEach(showFields)
  })
  // A browser restores choices when the page is loaded again.
  sections(form).forEach(showFields)
  addEventListener('beforeunload', (event) => {
    if (!isSaved) event.preventDefault()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const missing = missingFields(form)
    showProblems(problems, missing)
    result.hidden = missing.length > 0
    if (missing.length > 0) return
    // JSON is YAML, and quotes whatever was typed.
    text = jsonText(decisionsOf(form))
    const content = result.querySelector('.content')
    if (content !== null) content.textContent = text
    result.querySelector<HTMLElement>('h2')?.focus()
  })
  result.querySelector('[data-download]')?.addEventListener('click', () => {
    saveFile(name, new Blob([text], { type: 'application/yaml' }))
    isSaved = true
  })
}

const sections = (form: HTMLElement): HTMLElement[] =>
  Array.from(form.querySelectorAll<HTMLElement>('[data-proposal]'))

const choiceIn = (section: HTMLElement): string =>
  section.querySelector<HTMLInputElement>('input[type=radio]:checked')?.value ?? ''

const fieldIn = (section: HTMLElement, name: string): HTMLInputElement | null =>
  section.querySelector<HTMLInputElement>(`[data-name="${name}"]`)

const valueIn = (section: HTMLElement, name: string): string =>
  fieldIn(section, name)?.value.trim() ?? ''

/** Shows the fields of what was chosen, and no other. */
function showFields(section: HTMLElement): void {
  const choice = choiceIn(section)
  section.querySelectorAll<HTMLElement>('[data-for]').forEach((part) => {
    part.hidden = part.dataset['for'] !== choice
  })
}

interface MissingField {
  readonly field: HTMLInputElement | null
  readonly says: string
}

/** What a decision lacks. */
function missingFields(form: HTMLElement): MissingField[] {
  const period = form.querySelector<HTMLInputElement>('#period')
  const chosen = sections(form).filter((section) => choiceIn(section) !== '')
  if (chosen.length === 0)
    return [
      {
        field: form.querySelector<HTMLInputElement>('input[type=radio]'),
        says: '一条也没有选。请至少选一条“写成问题”或者“排除”。',
      },
    ]
  const lacks = (section: HTMLElement, choice: string, name: string): boolean =>
    choiceIn(section) === choice && valueIn(section, name) === ''
  const heading = (section: HTMLElement) => section.querySelector('h2')?.textContent ?? ''
  const isConfirmed = chosen.some((section) => choiceIn(section) === 'confirm')
  return [
    ...(isConfirmed && period?.value.trim() === ''
      ? [{ field: period, says: '没有填写进哪一期检查。' }]
      : []),
    ...chosen.flatMap((section) => [
      ...(lacks(section, 'confirm', 'text')
        ? [{ field: fieldIn(section, 'text'), says: `没有用自己的话写明问题：${heading(section)}` }]
        : []),
      ...(lacks(section, 'dismiss', 'reason')
        ? [{ field: fieldIn(section, 'reason'), says: `没有写排除的理由：${heading(section)}` }]
        : []),
    ]),
  ]
}

/** Lists what is missing, with links to the fields, and marks them. */
function showProblems(panel: HTMLElement, missing: readonly MissingField[]): void {
  document.querySelectorAll('[aria-invalid]').forEach((field) => {
    field.removeAttribute('aria-invalid')
  })
  panel.textContent = ''
  panel.hidden = missing.length === 0
  if (missing.length === 0) return
  const lines = missing.map(({ field, says }) => {
    if (field === null) return element('li', {}, says)
    if (field.type !== 'radio') field.setAttribute('aria-invalid', 'true')
    const link = element('a', { href: `#${field.id}` }, says)
    link.addEventListener('click', (event) => {
      event.preventDefault()
      field.focus()
    })
    return element('li', {}, link)
  })
  panel.append(element('p', {}, `有${missing.length}处要补上：`), element('ul', {}, ...lines))
  panel.focus()
}

/** The decisions as the command reads them; what was left open is in none. */
function decisionsOf(form: HTMLElement): ProposalDecisions {
  const period = form.querySelector<HTMLInputElement>('#period')?.value.trim() ?? ''
  const decisions: Record<string, Decision> = {}
  for (const section of sections(form)) {
    const choice = choiceIn(section)
    const id = section.dataset['proposal'] ?? ''
    if (choice === 'confirm') decisions[id] = confirmed(section)
    if (choice === 'dismiss')
      decisions[id] = { decision: 'dismiss', reason: valueIn(section, 'reason') }
  }
  return { ...(period === '' ? {} : { period }), decisions }
}

function confirmed(section: HTMLElement): Decision {
  const [remark, area, indicator] = ['remark', 'area', 'indicator'].map((name) =>
    valueIn(section, name),
  )
  const units = valueIn(section, 'units')
    .split(/[,，、]/)
    .map((unit) => unit.trim())
    .filter((unit) => unit !== '')
  return {
    decision: 'confirm',
    text: valueIn(section, 'text'),
    ...(remark ? { remark } : {}),
    ...(units.length === 0 ? {} : { units }),
    ...(area ? { area } : {}),
    ...(indicator ? { indicator } : {}),
    ...(fieldIn(section, 'publish_evidence')?.checked === true ? { publish_evidence: true } : {}),
  }
}

const form = document.querySelector('form')
const result = document.querySelector<HTMLElement>('.result')
const problems = document.querySelector<HTMLElement>('.problems')
if (form !== null && result !== null && problems !== null) start(form, result, problems)
