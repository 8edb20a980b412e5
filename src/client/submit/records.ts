/**
 * The controls of records, each with fields of its own: add, remove, collapse, paste from a
 * spreadsheet. The page of a form with records loads this script before that of the form.
 */
import { opennessIdPrefix, nextOpennessId } from '#model/openness-files.ts'
import {
  type Answer,
  type Answers,
  isAnswerGroup,
  recordIdKey,
  recordsIn,
  usedIds,
} from '#forms/answers.ts'
import { answerAt, type AnswerPath } from '#forms/edit.ts'
import type { Choices, Field } from '#forms/field.ts'
import {
  hasColumns,
  headingsOf,
  reportHeadings,
  reportKey,
  withPasted,
  withPastedReport,
} from '#forms/paste.ts'
import { button, element } from './element.ts'
import type { GroupOrWord, Records, Reference, Tools, View } from './view.ts'

window.formRecords = (field, shape, view, place, tools) => {
  switch (shape.kind) {
    case 'records':
      return records(field, shape, view, place, tools)
    case 'group-or-word':
      return groupOrWord(field, shape, view, place, tools)
    case 'reference':
      return reference(field, shape, view, place, tools)
  }
}

function records(
  field: Field,
  { fields }: Records,
  view: View,
  place: AnswerPath,
  tools: Tools,
): HTMLElement {
  const { idOf } = tools
  const id = idOf(place)
  const now = (): readonly Answers[] => recordsIn(answerAt(view.answers, place))
  const countWords = (): string => `共${now().length}条`
  const first = fields[0] === undefined ? '' : fields[0].key
  const addId = `${id}-add`
  const { of, unit } = view.about
  const prefix = opennessIdPrefix(field.key === 'policies' ? 'policies' : 'consultations', of, unit)

  const replace = (rows: readonly Answer[], focus: string, said: string): void => {
    view.reshape(place, rows, focus)
    view.say(`${field.title}：${said}，${countWords()}。`)
  }

  const remove = (recordId: string): void => {
    const before = now()
    const at = before.findIndex((row) => row[recordIdKey] === recordId)
    replace(
      before.filter((row) => row[recordIdKey] !== recordId),
      addId,
      `已删去第${at + 1}条`,
    )
    const undo = button(`恢复刚才删去的第${at + 1}条`, () => {
      const rows = [...now()]
      rows.splice(at, 0, ...before.slice(at, at + 1))
      replace(rows, `${idOf([...place, at])}-summary`, `已恢复第${at + 1}条`)
    })
    const add = document.getElementById(addId)
    if (add !== null && add.parentElement !== null) add.parentElement.insertBefore(undo, add)
    undo.focus()
  }

  const shown = now().map((row, n) =>
    record({ field, fields, view, place: [...place, n], row, n, tools, remove }),
  )
  const add = button(
    shown.length === 0 ? `填写${field.title}` : '再加一条',
    () => {
      const rows = now()
      const next = nextOpennessId(usedIds(view.answers, field.key), prefix)
      view.open.add(next)
      replace(
        [...rows, { [recordIdKey]: next }],
        idOf([...place, rows.length, first]),
        `已加第${rows.length + 1}条`,
      )
    },
    shown.length === 0 ? null : `${field.title}：再加一条`,
  )
  add.id = addId
  return tools.group(field, place, view, [
    ...(shown.length === 0 ? [] : [element('p', { class: 'form-count' }, countWords())]),
    ...shown,
    add,
    ...(hasColumns(field.key) ? [pasting(field, fields, view, place, prefix, tools)] : []),
  ])
}

interface OneRecord {
  readonly field: Field
  readonly fields: readonly Field[]
  readonly view: View
  readonly place: AnswerPath
  readonly row: Answers
  readonly n: number
  readonly tools: Tools
  readonly remove: (recordId: string) => void
}

/** A record that can be collapsed. Its controls are made when it is opened first. */
function record({ field, fields, view, place, row, n, tools, remove }: OneRecord): HTMLElement {
  const id = tools.idOf(place)
  const recordId = String(row[recordIdKey])
  const name = `第${n + 1}条`
  const titleOf = (): string => {
    const answer = answerAt(view.answers, [...place, 'title'])
    return typeof answer === 'string' && answer.trim() !== '' ? answer : '还没有标题'
  }
  const isWrong = [...view.messages.keys()].some((key) => key === id || key.startsWith(`${id}-`))
  const label = element('span', { class: 'form-record-title' }, titleOf())
  const summary = element(
    'summary',
    { id: `${id}-summary` },
    element('b', {}, name),
    label,
    isWrong ? element('span', { class: 'form-record-wrong' }, '有提示') : null,
  )
  const isOpen = view.open.has(recordId)
  const whole = element('details', { class: 'form-record', open: isOpen }, summary)
  let isDrawn = false
  const drawControls = (): void => {
    if (isDrawn) return
    isDrawn = true
    const inner = tools.group(
      { ...field, key: String(n), title: name, help: null, example: null, required: false },
      place,
      view,
      [
        element('p', { class: 'form-help' }, `编号 ${recordId}，自动编的，公开以后不改。`),
        ...tools.controls(fields, view, place),
        button(
          `删去${name}`,
          () => {
            remove(recordId)
          },
          `${field.title}：删去${name}`,
        ),
      ],
    )
    whole.append(inner)
  }
  if (isOpen) drawControls()
  whole.addEventListener('toggle', () => {
    if (whole.open) {
      view.open.add(recordId)
      drawControls()
    } else view.open.delete(recordId)
  })
  whole.addEventListener('input', () => {
    label.textContent = titleOf()
  })
  return whole
}

/** What a paste has done, in Chinese, and how the form shows it; null where nothing changed. */
interface Taken {
  readonly said: string
  readonly notes: readonly string[]
  readonly show: (() => void) | null
}

/** A place to paste rows that were copied from a spreadsheet with its heading. */
function pasteBox(
  id: string,
  title: string,
  { view, help, take }: { view: View; help: string; take: (text: string) => Taken },
): HTMLElement {
  const box = element('textarea', { id, rows: '4', 'aria-describedby': `${id}-help` })
  // Outside the place to paste, which is collapsed again when the form is drawn anew.
  const notes = element('div', { class: 'form-wrong', id: `${id}-notes` })
  const add = (): void => {
    const { said, notes: found, show } = take(box.value)
    if (show !== null) show()
    const shown = document.getElementById(notes.id)
    if (shown !== null) {
      shown.textContent = ''
      shown.append(...found.map((one) => element('p', {}, one)))
    }
    view.say(`${title}：${said}${found.join('')}`)
  }
  const whole = element(
    'details',
    { class: 'form-paste' },
    element('summary', {}, `从表格粘贴${title}`),
    element('label', { for: id }, '在表格软件里选中几行，连表头一起复制，粘贴到这里'),
    element('p', { class: 'form-help', id: `${id}-help` }, help),
    box,
    button('加到表单里', add, `把粘贴的${title}加到表单里`),
  )
  return element('div', {}, whole, notes)
}

/** A place to paste records. */
function pasting(
  { key, title }: Field,
  fields: readonly Field[],
  view: View,
  place: AnswerPath,
  prefix: string,
  { idOf }: Tools,
): HTMLElement {
  if (!hasColumns(key)) return element('div')
  const take = (text: string): Taken => {
    const { unitName: unit } = view
    const before = recordsIn(answerAt(view.answers, place))
    const found = withPasted(key, fields, before, text, {
      unit,
      prefix,
      used: usedIds(view.answers, key),
    })
    const n = found.added > 0 ? before.length : 0
    const isChanged = found.added + found.changed > 0
    return {
      said: `加了${found.added}条，改了${found.changed}条，共${found.records.length}条。`,
      notes: found.notes,
      show: isChanged
        ? () => {
            view.reshape(place, found.records, `${idOf([...place, n])}-summary`)
          }
        : null,
    }
  }
  const headings = headingsOf(key)
  return pasteBox(`${idOf(place)}-paste`, title, {
    view,
    help: `表头写：${headings.join('、')}；可以只有其中几列，“${headings[2] ?? ''}”必须有。编号相同的，或者标题相同而发文字号、日期没有不同的，改已有的那一条；其余的加在后面。`,
    take,
  })
}

/** A place to paste the annual report, of which a unit has one a year. */
window.formPaste = (field, fields, view, place) => {
  if (field.key !== reportKey) return null
  const id = ['f', ...place].join('-')
  return pasteBox(`${id}-paste`, field.title, {
    view,
    help: `表头写：${reportHeadings.join('、')}；一个单位只有一行。有几年的，加上“年度”一列，只取${view.about.of}年的。`,
    take(text) {
      const answer = answerAt(view.answers, place)
      const before = isAnswerGroup(answer) ? answer : {}
      const { report, notes } = withPastedReport(fields, before, text, {
        unit: view.unitName,
        year: view.about.of,
      })
      return {
        said: report === null ? '没有改动。' : '已填好。',
        notes,
        show:
          report === null
            ? null
            : () => {
                view.reshape(place, report, `${id}-published`)
              },
      }
    },
  })
}

/** Whether there is the group, or which word says why there is none; then the group's fields. */
function groupOrWord(
  field: Field,
  shape: GroupOrWord,
  view: View,
  place: AnswerPath,
  { controls, group, idOf, select }: Tools,
): HTMLElement {
  const answer = answerAt(view.answers, place)
  const word = typeof answer === 'string' ? answer : ''
  const fields = element(
    'div',
    { class: 'form-word' },
    ...(word === '' ? controls(shape.fields, view, place) : []),
  )
  const choice = select(
    { id: `${idOf(place)}-word`, 'aria-label': field.title },
    { '': '有的，填下面；不知道的，空着', ...shape.instead },
    word,
  )
  choice.addEventListener('change', () => {
    view.enter(place, choice.value === '' ? {} : choice.value)
    fields.textContent = ''
    if (choice.value === '') fields.append(...controls(shape.fields, view, place))
  })
  return group(field, place, view, [choice, fields])
}

/** A menu of the records of another field, by their titles. */
function reference(
  field: Field,
  { to }: Reference,
  view: View,
  place: AnswerPath,
  { idOf, labelled, select }: Tools,
): HTMLElement {
  return labelled(field, view, place, (described) => {
    const id = idOf(place)
    const answer = answerAt(view.answers, place)
    const value = typeof answer === 'string' ? answer : ''
    const options = (): Choices => ({
      '': '不填',
      ...(value === '' ? {} : { [value]: value }),
      ...Object.fromEntries(
        recordsIn(answerAt(view.answers, [to])).map((row) => [
          String(row[recordIdKey]),
          `${String(row[recordIdKey])} ${typeof row['title'] === 'string' ? row['title'] : ''}`,
        ]),
      ),
    })
    const attributes = {
      id,
      'aria-describedby': described,
      'aria-invalid': view.messages.has(id) ? 'true' : null,
    }
    const menu = select(attributes, options(), value)
    // Records may have been added or named since the menu was made.
    menu.addEventListener('focus', () => {
      const { value: chosen } = menu
      const again = select({}, options(), chosen)
      menu.textContent = ''
      menu.append(...[...again.childNodes])
      menu.value = chosen
    })
    menu.addEventListener('change', () => {
      view.enter(place, menu.value)
    })
    return [menu]
  })
}
