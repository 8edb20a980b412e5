/** The page on which a clerk fills in a new file: nothing that is entered leaves the browser. */
import './older-browsers.ts'
import { config } from 'zod'
import { type Answer, type Answers, withoutBlanks, withUsedIds } from '#forms/answers.ts'
import { checkFile, type FormProblem } from '#forms/check-file.ts'
import { answerAt, type AnswerPath, placeOf, answerRows, withAnswer } from '#forms/edit.ts'
import { find } from '../find.ts'
import { saveFile } from '../save-file.ts'
import { fileText, hasNothing } from '#forms/file-text.ts'
import { fileOf, type FormFile, forms } from '#forms/form-kinds.ts'
import type { PageData, Subject } from '#view/form-data.ts'
import { openedAnswers } from '#forms/opened-file.ts'
import { initialAnswers } from '#forms/start.ts'
import { problemWords, recordWords } from '#forms/form-words.ts'
import { aheadWords } from '#forms/published-ahead.ts'
import { dayIn } from '#model/calendar.ts'
import { discardDraft, draftsHere, hasAnswers, saveDraft, savedDraft } from './drafts.ts'
import { button, element } from './element.ts'
import { controls, idOf } from './fields.ts'
import { reach, result, summary } from './result.ts'
import type { View } from './view.ts'
import { wordButton } from './word.ts'

// The pages' policy forbids `eval`, with which Zod compiles its schemas.
config({ jitless: true })

const hashOf = (of: string, unit: string): string =>
  `#${new URLSearchParams({ of, unit }).toString()}`

/** How many orders, issues or years of a unit are offered at once; the others are in a fold. */
const maxOffered = 5

/** The deadline of an order, and that the office looked after it; or that a file is continued. */
const dueWords = ({ due, lookedOn, isPast, begun = [] }: Subject, unit: string): string =>
  due === undefined
    ? begun.includes(unit)
      ? '本站已收录，接着填'
      : ''
    : `公开期限：${due}${
        lookedOn !== undefined
          ? `；经核查未公开（${lookedOn}核查）`
          : isPast
            ? '；期限已过，本站未收录'
            : ''
      }`

function start(): void {
  const data = JSON.parse(find('#form-data').textContent || '') as PageData
  const { context, kind, subjects } = data
  const { fields, optional } = forms[kind]
  const form = find<HTMLFormElement>('.form')
  const subjectChoice = find<HTMLFieldSetElement>('.form-of')
  const choices = find<HTMLElement>('.form-choices')
  const unitChoice = find<HTMLSelectElement>('#form-unit')
  const parts = {
    begun: find<HTMLElement>('.form-begun'),
    draft: find<HTMLElement>('.form-draft'),
    drafts: find<HTMLElement>('.form-drafts'),
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
  /** The order or issue of the link that led here. */
  let askedFor = ''
  let answers: Answers = {}
  let messages: ReadonlyMap<string, readonly string[]> = new Map()

  const say = (text: string): void => {
    parts.status.textContent = text
  }

  const sentences = (problem: FormProblem): string => problemWords(problem, fields)

  /** Ids of the records that are shown, not collapsed. */
  const open = new Set<string>()

  const view = (file: FormFile): View => {
    const known = context.units[file.unit]
    return {
      about: file,
      unitName: known === undefined ? file.unit : known.name,
      get answers() {
        return answers
      },
      areas,
      messages,
      enter,
      reshape,
      say,
      open,
    }
  }

  /** Draws the fields again. This loses the focus, so the caller has to set it. */
  function draw(): void {
    if (about === null) return
    const all = controls(fields, view(about))
    const isOptional = (n: number): boolean => optional.includes(fields[n]?.key || '')
    const rare = all.filter((_one, n) => isOptional(n))
    const shown = document.querySelector<HTMLDetailsElement>('.form-rare')
    parts.fields.textContent = ''
    parts.fields.append(...all.filter((_one, n) => !isOptional(n)))
    if (rare.length === 0) return
    parts.fields.append(
      element(
        'details',
        { class: 'form-rare', open: shown !== null && shown.open },
        element('summary', {}, '其他可以填写的内容'),
        ...rare,
      ),
    )
  }

  function changed(next: Answers): void {
    answers = withUsedIds(next, answers, fields)
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

  function reshape(place: AnswerPath, answer: Answer, focus: string): void {
    changed(withAnswer(answers, place, answer))
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
        // A file with their ids may have been handed in.
        const used = withUsedIds({}, before, fields)
        if (Object.keys(used).length > 0) saveDraft(of, unit, used)
        begin()
        offerBack('已清空。', before)
      }),
    )
  }

  /** Says what has replaced the answers, and offers those of before. */
  function offerBack(text: string, before: Answers): void {
    parts.draft.textContent = text
    const undo = button('恢复刚才的内容', () => {
      changed(before)
      draw()
      const first = parts.draft.querySelector('button')
      if (first !== null) first.focus()
    })
    parts.draft.append(' ', undo)
    undo.focus()
  }

  /** Continues with a file that was filled in before; one that cannot be read changes nothing. */
  function openFile(name: string, text: string): void {
    if (about === null) return
    const before = answers
    const opened = openedAnswers(about, text)
    if ('wrong' in opened) {
      parts.draft.textContent = `没有打开“${name}”：${opened.wrong.map((one) => sentences({ problem: one, path: null })).join('')}`
      return
    }
    changed(opened.answers)
    messages = new Map()
    open.clear()
    draw()
    offerBack(`已打开“${name}”，接着填。`, before)
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

  /**
   * Lists the drafts in this browser, so that each is found again without its link. One that the form
   * no longer offers can be saved as a file or deleted.
   */
  function listDrafts(): void {
    const drafts = draftsHere().map((draft) => {
      const subject = subjects.find(
        ({ id, units }) => id === draft.of && units.includes(draft.unit),
      )
      const known = context.units[draft.unit]
      const name = known === undefined ? draft.unit : known.name
      return { ...draft, isOffered: subject !== undefined, name, label: subject?.label }
    })
    const offered = drafts.filter(({ isOffered }) => isOffered)
    const others = drafts.filter(({ isOffered }) => !isOffered)
    parts.drafts.textContent = ''
    if (offered.length > 0)
      parts.drafts.append(
        element('h2', {}, '这个浏览器里的草稿'),
        element(
          'ul',
          {},
          ...offered.map(({ of, unit, name, label }) =>
            element('li', {}, element('a', { href: hashOf(of, unit) }, `${label ?? of}，${name}`)),
          ),
        ),
      )
    if (others.length > 0)
      parts.drafts.append(
        element('h2', {}, '不再填报的草稿'),
        element(
          'p',
          { class: 'section-note' },
          '下面的草稿还在这个浏览器里，但现在不能接着填：本站已经收录这个单位的内容，或者已经不再要求填报。要留的请下载，不要的请删去。',
        ),
        element(
          'ul',
          {},
          ...others.map(({ of, unit, name }) => {
            const draft = savedDraft(of, unit) || {}
            const title = draft['title']
            const label = typeof title === 'string' && title !== '' ? title : `${of}，${name}`
            return element(
              'li',
              {},
              `${label} `,
              button(
                '下载',
                () => {
                  const file: FormFile = { kind, of, unit }
                  const text = fileText(file, withoutBlanks(fields, draft))
                  saveFile(
                    fileOf(file).replace(/^.*\//, ''),
                    new Blob([text], { type: 'text/yaml;charset=utf-8' }),
                  )
                  say('草稿已下载。')
                },
                `下载：${label}`,
              ),
              button(
                '删去',
                () => {
                  discardDraft(of, unit)
                  listDrafts()
                  say(`已删去：${label}。`)
                },
                `删去：${label}`,
              ),
            )
          }),
        ),
      )
  }

  /** Shows the form for the order or issue and the unit that are chosen. */
  function begin(): void {
    messages = new Map()
    open.clear()
    parts.problems.textContent = ''
    parts.result.textContent = ''
    parts.guide.hidden = true
    parts.draft.textContent = ''
    const subject = subjects.find(({ id }) => id === chosenSubject())
    const isReady = subject !== undefined && unitChoice.value !== ''
    form.classList.toggle('form-ready', isReady)
    if (!isReady) {
      about = null
      parts.fields.textContent = ''
      parts.checklist.hidden = true
      return
    }
    about = { kind, of: subject.id, unit: unitChoice.value }
    const { begun = [] } = subject
    parts.begun.hidden = !begun.includes(about.unit)
    const draft = savedDraft(about.of, about.unit)
    const isResumed = draft !== null && hasAnswers(draft)
    answers = isResumed ? draft : { ...initialAnswers(about, context), ...draft }
    drawChecklist(subject, about.unit)
    draw()
    if (isResumed) showDraft('已恢复上次没有交的内容，它只存在这个浏览器里。', true)
  }

  const chosenSubject = (): string => {
    const chosen = choices.querySelector<HTMLInputElement>(':checked')
    return chosen === null ? '' : chosen.value
  }

  const choiceOf = (subject: Subject, isChosen: boolean): HTMLElement => {
    const words = dueWords(subject, unitChoice.value)
    const input = element('input', {
      type: 'radio',
      name: 'form-of',
      value: subject.id,
      checked: isChosen,
    })
    input.addEventListener('change', chosen)
    return element(
      'label',
      { class: 'form-box' },
      input,
      element(
        'span',
        {},
        `${subject.label} `,
        words === '' ? null : element('span', { class: 'form-due' }, words),
      ),
    )
  }

  /**
   * Offers what the chosen unit can answer: what is overdue first, then what is due; what has passed
   * without a look, and what is more than a few, in a fold.
   */
  function offerSubjects(asked: string): void {
    const known = subjects.filter(({ units }) => units.includes(unitChoice.value))
    const chosenId = known.length === 1 ? (known[0] as Subject).id : asked
    const due = known.filter(({ isPast }) => !isPast)
    const offered = (due.length > 0 ? due : known).slice(0, maxOffered)
    const rest = known.filter((one) => !offered.includes(one))
    const rows = (all: readonly Subject[]): HTMLElement[] =>
      all.map((one) => choiceOf(one, one.id === chosenId))
    subjectChoice.hidden = known.length === 0
    choices.textContent = ''
    choices.append(...rows(offered))
    if (rest.length === 0) return
    choices.append(
      element(
        'details',
        { class: 'form-rare', open: rest.some(({ id }) => id === chosenId) },
        element('summary', {}, `其他可以填报的（${rest.length}）`),
        ...rows(rest),
      ),
    )
  }

  /**
   * Reads the unit and the order or issue from the address, so that other pages can link to them. A
   * link to an order without a unit chooses it for each unit that owes it.
   */
  function read(): void {
    const asked = new URLSearchParams(location.hash.slice(1))
    askedFor = asked.get('of') || ''
    const units = [...unitChoice.options].map(({ value }) => value)
    const unit = asked.get('unit') || ''
    unitChoice.value = units.includes(unit) ? unit : (units[0] as string)
    offerSubjects(askedFor)
    begin()
  }

  function chosen(): void {
    history.replaceState(null, '', hashOf(chosenSubject(), unitChoice.value))
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

  /** Shows the record that a problem is about. */
  function unfold({ path }: FormProblem): void {
    if (path !== null && typeof path[1] === 'string') open.add(path[1])
  }

  /** Goes to the control that a problem is about, whose record may have been collapsed since. */
  function goTo(one: FormProblem, id: string): void {
    if (document.getElementById(id) === null) {
      unfold(one)
      draw()
    }
    reach(id)
  }

  function check(): void {
    if (about === null) return
    answers = withoutBlanks(fields, answers)
    if (hasNothing(about, answers)) {
      messages = new Map()
      draw()
      parts.result.textContent = ''
      parts.guide.hidden = true
      const nothing = '还什么也没有填，没有生成文件。'
      parts.problems.textContent = ''
      parts.problems.append(
        element(
          'div',
          { class: 'form-summary', role: 'alert', tabindex: '-1' },
          element('h2', {}, nothing),
        ),
      )
      say(nothing)
      return
    }
    const text = fileText(about, answers)
    const found = checkFile(about, text, context)
    const wrong = found.filter(({ problem }) => problem.level === 'error')
    messages = new Map()
    found.forEach(unfold)
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
      const list = summary(
        wrong,
        idAt,
        (one) => `${recordWords(one, fields, answers)}${sentences(one)}`,
        goTo,
      )
      parts.problems.append(list)
      list.focus()
      return
    }
    const ahead = aheadWords(answers, dayIn(context.site.time_zone, new Date()))
    const { panel, filled } = result(
      fileOf(about),
      text,
      [
        ...(ahead === null ? [] : [ahead]),
        ...found.map((one) => `${recordWords(one, fields, answers)}${sentences(one)}`),
      ],
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

  unitChoice.addEventListener('change', () => {
    offerSubjects(chosenSubject() || askedFor)
    chosen()
    const count = choices.querySelectorAll('input').length
    say(count > 1 ? `这个单位有${count}项可以填报，请选择。` : '')
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    check()
  })
  const chosenFile = document.querySelector<HTMLInputElement>('.form-open input')
  if (chosenFile !== null)
    chosenFile.addEventListener('change', () => {
      const [file] = [...(chosenFile.files || [])]
      if (file === undefined) return
      void file.text().then((text) => {
        openFile(file.name, text)
        // The same file can be chosen again.
        chosenFile.value = ''
      })
    })
  addEventListener('hashchange', read)
  find<HTMLElement>('.form-without').hidden = true
  find<HTMLElement>('.form-page').hidden = false
  listDrafts()
  read()
}

start()
