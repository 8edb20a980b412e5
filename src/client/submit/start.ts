/** The page on which a clerk fills in a new file: nothing that is entered leaves the browser. */
import './older-browsers.ts'
import { config } from 'zod'
import { type Answer, type Answers, enteredIn, withoutBlanks } from '#forms/answers.ts'
import { checkFile, type FormProblem } from '#forms/check-file.ts'
import { answerAt, type AnswerPath, placeOf, answerRows, withAnswer } from '#forms/edit.ts'
import { fileOf, type FormFile, forms } from '#forms/form-kinds.ts'
import type { PageData, Subject } from '#view/form-data.ts'
import { initialAnswers } from '#forms/start.ts'
import { problemWords } from '#forms/form-words.ts'
import { yamlText } from '#forms/write.ts'
import { discardDraft, draftsHere, saveDraft, savedDraft } from './drafts.ts'
import { button, element } from './element.ts'
import { controls, idOf, type View } from './fields.ts'
import { reach, result, summary } from './result.ts'
import { wordButton } from './word.ts'

// The pages' policy forbids `eval`, with which Zod compiles its schemas.
config({ jitless: true })

const find = <T extends Element>(selector: string): T => {
  const found = document.querySelector<T>(selector)
  if (found === null) throw new Error(`no ${selector}`)
  return found
}

const hashOf = (of: string, unit: string): string =>
  `#${new URLSearchParams({ of, unit }).toString()}`

/** The deadline of an order, and that the office looked after it. */
const dueWords = ({ due, lookedOn }: Subject): string =>
  due === undefined
    ? ''
    : `公开期限：${due}${lookedOn === undefined ? '' : `；${lookedOn}核查时没有公开`}。`

function start(): void {
  const data = JSON.parse(find('#form-data').textContent || '') as PageData
  const { context, kind, subjects } = data
  const { fields, optional } = forms[kind]
  const form = find<HTMLFormElement>('.form')
  const subjectChoice = find<HTMLSelectElement>('#form-of')
  const unitChoice = find<HTMLSelectElement>('#form-unit')
  const parts = {
    draft: find<HTMLElement>('.form-draft'),
    drafts: find<HTMLElement>('.form-drafts'),
    due: find<HTMLElement>('.form-due'),
    checklist: find<HTMLElement>('.form-checklist'),
    fields: find<HTMLElement>('.form-fields'),
    problems: find<HTMLElement>('.form-problems'),
    result: find<HTMLElement>('.form-results'),
    guide: find<HTMLElement>('.form-guide'),
    status: find<HTMLElement>('.form-status'),
  }
  const areas = Object.fromEntries(
    Object.entries(context.site.areas).map(([id, { name }]) => [id, name]),
  )
  let about: FormFile | null = null
  let answers: Answers = {}
  let messages: ReadonlyMap<string, readonly string[]> = new Map()

  const say = (text: string): void => {
    parts.status.textContent = text
  }

  const sentences = (problem: FormProblem): string => problemWords(problem, fields)

  const view = (): View => ({ answers, areas, messages, enter, reshape })

  /** Draws the fields again. This loses the focus, so the caller has to set it. */
  function draw(): void {
    const all = controls(fields, view())
    const isOptional = (n: number): boolean => optional.includes(fields[n]?.key || '')
    const rare = all.filter((_one, n) => isOptional(n))
    const open = document.querySelector<HTMLDetailsElement>('.form-rare')
    parts.fields.textContent = ''
    parts.fields.append(...all.filter((_one, n) => !isOptional(n)))
    if (rare.length === 0) return
    parts.fields.append(
      element(
        'details',
        { class: 'form-rare', open: open !== null && open.open },
        element('summary', {}, '其他可以填写的内容'),
        ...rare,
      ),
    )
  }

  function changed(next: Answers): void {
    answers = next
    parts.result.textContent = ''
    parts.guide.hidden = true
    if (about === null) return
    const isSaved = saveDraft(about.of, about.unit, answers)
    showDraft(
      isSaved
        ? '草稿已存在这个浏览器里。'
        : '这个浏览器不保存草稿：离开本页以前，请把文件下载下来。',
      isSaved,
    )
  }

  function enter(place: AnswerPath, answer: Answer): void {
    changed(withAnswer(answers, place, answer))
  }

  function reshape(place: AnswerPath, rows: readonly Answer[], focus: string): void {
    changed(withAnswer(answers, place, rows))
    messages = new Map()
    draw()
    reach(focus)
  }

  function showDraft(text: string, canDiscard: boolean): void {
    parts.draft.textContent = text
    if (!canDiscard || about === null) return
    const { of, unit } = about
    parts.draft.append(
      ' ',
      button('清空重填', () => {
        const before = answers
        discardDraft(of, unit)
        begin()
        parts.draft.textContent = '已清空。'
        const undo = button('恢复刚才的内容', () => {
          changed(before)
          draw()
          parts.draft.querySelector('button')?.focus()
        })
        parts.draft.append(' ', undo)
        undo.focus()
      }),
    )
  }

  /**
   * Shows the findings of the last inspection, each with a button that adds it to the unit's
   * problems.
   */
  function drawChecklist(subject: Subject, unit: string): void {
    const field = fields.find(({ key }) => key === 'problems')
    const own = subject.own[unit] || []
    const groups = [
      ...(own.length === 0 ? [] : [{ area: '上一次检查点名本单位的问题', points: own }]),
      ...subject.checklist,
    ]
    parts.checklist.hidden = field === undefined || groups.length === 0
    parts.checklist.querySelectorAll('.form-points').forEach((old) => {
      old.remove()
    })
    for (const { area, points } of groups)
      parts.checklist.append(
        element(
          'div',
          { class: 'form-points' },
          element('h3', {}, area),
          element(
            'ul',
            {},
            ...points.map((point) =>
              element(
                'li',
                {},
                point,
                button(
                  '有，写进问题',
                  () => {
                    addFinding(point)
                  },
                  `有，写进问题：${point}`,
                ),
              ),
            ),
          ),
        ),
      )
  }

  function addFinding(point: string): void {
    const rows = answerRows(answerAt(answers, ['problems']))
    const known = rows.findIndex(
      (_row, n) => answerAt(answers, ['problems', n, 'problem']) === point,
    )
    const at = known < 0 ? rows.length : known
    if (known < 0)
      reshape(['problems'], [...rows, { problem: point }], idOf(['problems', at, 'measure']))
    else reach(idOf(['problems', at, 'measure']))
    say('已写进“问题和整改”，请补上整改措施和结果。')
  }

  /** Lists the drafts in this browser, so that each is found again without its link. */
  function listDrafts(): void {
    const known = draftsHere().flatMap(({ of, unit }) => {
      const subject = subjects.find(({ id, units }) => id === of && units.includes(unit))
      const name = context.units[unit]
      return subject === undefined || name === undefined
        ? []
        : [{ of, unit, label: `${subject.label}，${name.name}` }]
    })
    parts.drafts.textContent = ''
    if (known.length === 0) return
    parts.drafts.append(
      element('h2', {}, '这个浏览器里的草稿'),
      element(
        'ul',
        {},
        ...known.map(({ of, unit, label }) =>
          element('li', {}, element('a', { href: hashOf(of, unit) }, label)),
        ),
      ),
    )
  }

  /** Shows the form for the order or issue and the unit that are chosen. */
  function begin(): void {
    messages = new Map()
    parts.problems.textContent = ''
    parts.result.textContent = ''
    parts.guide.hidden = true
    parts.draft.textContent = ''
    const subject = subjects.find(({ id }) => id === subjectChoice.value)
    const isReady = subject !== undefined && unitChoice.value !== ''
    form.classList.toggle('form-ready', isReady)
    if (!isReady) {
      about = null
      parts.fields.textContent = ''
      parts.checklist.hidden = true
      return
    }
    about = { kind, of: subject.id, unit: unitChoice.value }
    parts.due.textContent = dueWords(subject)
    const draft = savedDraft(about.of, about.unit)
    answers = draft || initialAnswers(about, context)
    drawChecklist(subject, about.unit)
    draw()
    if (draft !== null) showDraft('已恢复上次没有交的内容，它只存在这个浏览器里。', true)
  }

  function offerUnits(): void {
    const before = unitChoice.value
    const subject = subjects.find(({ id }) => id === subjectChoice.value)
    const units = subject === undefined ? [] : subject.units
    unitChoice.textContent = ''
    const only = units.length === 1
    if (!only) unitChoice.append(element('option', { value: '' }, '请选择'))
    unitChoice.append(
      ...units.map((unit) => {
        const known = context.units[unit]
        return element('option', { value: unit }, known === undefined ? unit : known.name)
      }),
    )
    unitChoice.value = units.includes(before) ? before : only ? units[0] || '' : ''
  }

  /**
   * Reads the order or issue and the unit from the address, so that other pages can link to them.
   */
  function read(): void {
    const asked = new URLSearchParams(location.hash.slice(1))
    const of = asked.get('of') || ''
    const only = subjects.length === 1 ? subjects[0] : undefined
    subjectChoice.value = subjects.some(({ id }) => id === of)
      ? of
      : only === undefined
        ? ''
        : only.id
    offerUnits()
    const unit = asked.get('unit') || ''
    if ([...unitChoice.options].some(({ value }) => value === unit)) unitChoice.value = unit
    begin()
  }

  function chosen(): void {
    offerUnits()
    history.replaceState(null, '', hashOf(subjectChoice.value, unitChoice.value))
    begin()
  }

  const idAt = ({ path, problem }: FormProblem): string | null => {
    if (path === null) return null
    const place = [...placeOf(answers, path)]
    if (problem.place.at === 'key' && place[place.length - 1] === 'value')
      place.splice(-1, 1, 'name')
    for (let depth = place.length; depth > 0; depth--) {
      const id = idOf(place.slice(0, depth))
      if (document.getElementById(id) !== null) return id
    }
    return null
  }

  function check(): void {
    if (about === null) return
    answers = withoutBlanks(fields, answers)
    const text = yamlText(enteredIn(fields, answers))
    const found = checkFile(about, text, context)
    const wrong = found.filter(({ problem }) => problem.level === 'error')
    messages = new Map()
    draw()
    const byPlace = new Map<string, string[]>()
    for (const one of found) {
      const id = idAt(one)
      if (id !== null) byPlace.set(id, [...(byPlace.get(id) || []), sentences(one)])
    }
    messages = byPlace
    draw()
    parts.problems.textContent = ''
    parts.result.textContent = ''
    parts.guide.hidden = true
    if (wrong.length > 0) {
      const list = summary(wrong, idAt, sentences)
      parts.problems.append(list)
      list.focus()
      return
    }
    const { panel, filled } = result(
      fileOf(about),
      text,
      found.map(sentences),
      context.site,
      say,
      wordButton(about, text, context, say),
    )
    parts.result.append(panel)
    parts.guide.hidden = filled === null
    parts.guide.querySelectorAll<HTMLElement>('[data-when]').forEach((step) => {
      step.hidden = !(step.dataset['when'] || '').split(' ').includes(filled || '')
    })
    say('检查通过，文件已生成。')
    panel.querySelector('h2')?.focus()
  }

  subjectChoice.addEventListener('change', chosen)
  unitChoice.addEventListener('change', chosen)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    check()
  })
  addEventListener('hashchange', read)
  find<HTMLElement>('.form-without').hidden = true
  find<HTMLElement>('.form-page').hidden = false
  listDrafts()
  read()
}

start()
