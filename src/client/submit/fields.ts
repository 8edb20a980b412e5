import { type Answer, isAnswerGroup } from '#forms/answers.ts'
import { codeOfWord } from '#forms/code-of-word.ts'
import { answerAt, type AnswerPath, answerRows } from '#forms/edit.ts'
import type { Choices, Field, Shape } from '#forms/field.ts'
import { helpWords } from '#forms/form-words.ts'
import { button, element } from './element.ts'
import type { View } from './view.ts'

/** The id of the control, or of the group of controls, at a place. */
export const idOf = (place: AnswerPath): string => ['f', ...place].join('-')

/** The controls of some fields. */
export const controls = (
  fields: readonly Field[],
  view: View,
  place: AnswerPath = [],
): HTMLElement[] =>
  fields
    .filter(({ isDerived }) => isDerived !== true)
    .map((field) => control(field, view, [...place, field.key]))

function control(field: Field, view: View, place: AnswerPath): HTMLElement {
  const { shape } = field
  switch (shape.kind) {
    case 'text':
    case 'choice':
      return labelled(field, view, place, (described) =>
        textControls(shape, field, view, place, described),
      )
    case 'areas':
      return boxes(field, view.areas, view, place)
    case 'several':
      return boxes(field, shape.choices, view, place)
    case 'list':
      return list(field, shape.item, view, place)
    case 'group': {
      const whole = group(
        { ...field, help: groupHelp(field, shape.fields) },
        place,
        view,
        controls(shape.fields, view, place),
      )
      const { formPaste } = window
      const paste = formPaste === undefined ? null : formPaste(field, shape.fields, view, place)
      if (paste !== null) whole.append(paste)
      return isFolded(field, shape.fields, place) ? fold(field.title, whole, view, place) : whole
    }
    case 'named':
      return namedRows(field, shape.value, view, place)
    default: {
      const more = window.formRecords
      if (more === undefined) throw new Error('no script for records')
      return more(field, shape, view, place, { controls, group, idOf, labelled, select })
    }
  }
}

/**
 * Whether a group of a record is folded: nothing of it is mandatory and it has only single answers.
 * A form with many records would be too long to look over otherwise.
 */
const isFolded = (field: Field, inside: readonly Field[], place: AnswerPath): boolean =>
  place.length > 2 &&
  !field.required &&
  inside.every(({ required, shape }) => !required && /^(text|choice)$/.test(shape.kind))

/** A group that opens when something of it is answered or wrong. */
function fold(text: string, whole: HTMLElement, view: View, place: AnswerPath): HTMLElement {
  const id = idOf(place)
  const answer = answerAt(view.answers, place)
  const isWrong = [...view.messages.keys()].some((key) => key === id || key.startsWith(`${id}-`))
  const isAnswered = isAnswerGroup(answer) && Object.keys(answer).some((key) => answer[key] !== '')
  return element(
    'details',
    { class: 'form-rare form-fold', open: isWrong || isAnswered },
    element('summary', {}, text),
    whole,
  )
}

/** What is mandatory in an optional group is so only if anything of the group is filled in. */
const groupHelp = ({ help, required }: Field, inside: readonly Field[]): string | null =>
  required || inside.every((one) => !one.required)
    ? help
    : [help || '', '要填就把必填的填全；没有的，整段空着'].filter(Boolean).join('。')

/** The texts of a field besides its label: how to fill it in, and the messages of the check. */
function notes(
  field: Field,
  view: View,
  place: AnswerPath,
): { parts: HTMLElement[]; ids: string | null } {
  const id = idOf(place)
  const help = helpWords(helpOf(field), field.shape)
  const messages = view.messages.get(id) || []
  const parts = [
    ...(help === '' ? [] : [element('p', { class: 'form-help', id: `${id}-help` }, help)]),
    ...(messages.length === 0
      ? []
      : [
          element(
            'div',
            { class: 'form-wrong', id: `${id}-wrong` },
            ...messages.map((text) => element('p', {}, text)),
          ),
        ]),
  ]
  return { parts, ids: parts.length === 0 ? null : parts.map((part) => part.id).join(' ') }
}

const dateHelp = '例如：2024-06-03，只知道月份的写 2024-06'

function helpOf({ help, example, shape }: Field): string {
  const form =
    shape.kind === 'text' && shape.expects === 'expects-date-or-month'
      ? dateHelp
      : example === null || (shape.kind === 'text' && shape.expects === 'expects-date')
        ? ''
        : `例如：${example}`
  return [help, form].filter(Boolean).join('。')
}

const title = ({ title: text, required }: Field): (HTMLElement | string)[] =>
  required ? [text, element('span', { class: 'form-required' }, '必填')] : [text]

function labelled(
  field: Field,
  view: View,
  place: AnswerPath,
  make: (described: string | null) => HTMLElement[],
): HTMLElement {
  const { parts, ids } = notes(field, view, place)
  return element(
    'div',
    { class: view.messages.has(idOf(place)) ? 'form-field form-field-wrong' : 'form-field' },
    element('label', { for: idOf(place) }, ...title(field)),
    ...parts,
    ...make(ids),
  )
}

function textControls(
  shape: Shape & { kind: 'text' | 'choice' },
  field: Field,
  view: View,
  place: AnswerPath,
  described: string | null,
): HTMLElement[] {
  const id = idOf(place)
  const answer = answerAt(view.answers, place)
  const value = typeof answer === 'string' ? answer : ''
  const attributes = {
    id,
    'aria-describedby': described,
    'aria-required': field.required ? 'true' : null,
    'aria-invalid': view.messages.has(id) ? 'true' : null,
  }
  if (shape.kind === 'choice') {
    const none = field.required ? '请选择' : '不填'
    const chosen = select(attributes, { '': none, ...shape.choices }, value)
    chosen.addEventListener('change', () => {
      view.enter(place, chosen.value)
    })
    return [chosen]
  }
  const isInstead = Object.prototype.hasOwnProperty.call(shape.instead, value)
  const typed = input(shape.expects, attributes, isInstead ? '' : value)
  if (Object.keys(shape.instead).length === 0) {
    typed.addEventListener('input', () => {
      view.enter(place, typed.value)
    })
    return [typed]
  }
  const why = select(
    { id: `${id}-instead`, 'aria-label': `${field.title}：没有的，选择原因` },
    { '': '没有的，选择原因', ...shape.instead },
    isInstead ? value : '',
  )
  typed.addEventListener('input', () => {
    why.value = ''
    view.enter(place, typed.value)
  })
  // Who types the reason means it.
  typed.addEventListener('change', () => {
    const code = codeOfWord(shape.instead, typed.value)
    if (code === null) return
    why.value = code
    typed.value = ''
    view.enter(place, code)
  })
  why.addEventListener('change', () => {
    if (why.value !== '') typed.value = ''
    view.enter(place, why.value)
  })
  return [element('div', { class: 'form-or' }, typed, why)]
}

function select(
  attributes: Readonly<Record<string, string | null>>,
  choices: Choices,
  value: string,
): HTMLSelectElement {
  const menu = element(
    'select',
    attributes,
    ...Object.entries(choices).map(([word, meaning]) =>
      element('option', { value: word }, meaning),
    ),
  )
  menu.value = value
  return menu
}

type Typed = HTMLInputElement | HTMLTextAreaElement

function input(
  expects: string,
  attributes: Readonly<Record<string, string | null>>,
  value: string,
): Typed {
  const box =
    expects === 'expects-text'
      ? element('textarea', { ...attributes, rows: '1' })
      : element('input', { ...attributes, autocomplete: 'off', ...kindOf(expects) })
  box.value = value
  if (box instanceof HTMLTextAreaElement) grow(box)
  return box
}

function kindOf(expects: string): Readonly<Record<string, string>> {
  // Without `max`, browsers accept years of up to six digits, so typing 20240603 would fill the
  // year only.
  if (expects === 'expects-date') return { type: 'date', max: '9999-12-31' }
  if (expects === 'expects-address') return { type: 'url', inputmode: 'url' }
  return /number|count|figure/.test(expects)
    ? { type: 'text', inputmode: 'decimal' }
    : { type: 'text' }
}

/** Fits the height of a text area to its text. */
function grow(area: HTMLTextAreaElement): void {
  const fit = (): void => {
    area.rows = 1
    while (area.scrollHeight > area.clientHeight && area.rows < 12) area.rows++
  }
  area.addEventListener('input', fit)
  requestAnimationFrame(fit)
}

function boxes(field: Field, choices: Choices, view: View, place: AnswerPath): HTMLElement {
  const chosen = answerRows(answerAt(view.answers, place))
  const all = Object.entries(choices).map(([word, name]) => {
    const box = element('input', {
      type: 'checkbox',
      id: idOf([...place, word]),
      value: word,
      checked: chosen.includes(word),
    })
    box.addEventListener('change', () => {
      const on = all.flatMap(({ firstElementChild: one }) =>
        one instanceof HTMLInputElement && one.checked ? [one.value] : [],
      )
      view.enter(place, on)
    })
    return element('label', { class: 'form-box' }, box, name)
  })
  return group(field, place, view, all)
}

function group(
  field: Field,
  place: AnswerPath,
  view: View,
  inside: readonly HTMLElement[],
): HTMLElement {
  const { parts, ids } = notes(field, view, place)
  return element(
    'fieldset',
    {
      id: idOf(place),
      tabindex: '-1',
      'aria-describedby': ids,
      class: view.messages.has(idOf(place)) ? 'form-field form-field-wrong' : 'form-field',
    },
    element('legend', {}, ...title(field)),
    ...parts,
    ...inside,
  )
}

function list(field: Field, item: Shape, view: View, place: AnswerPath): HTMLElement {
  const now = (): readonly Answer[] => answerRows(answerAt(view.answers, place))
  const rows = now()
  const isGroup = item.kind === 'group'
  const blank: Answer = isGroup ? {} : ''
  const first = isGroup ? [item.fields[0]?.key ?? ''] : []
  const shown = rows.map((_row, n) => {
    const name = `第${n + 1}项`
    const here = [...place, n]
    const one: Field = {
      ...field,
      key: String(n),
      title: name,
      help: null,
      example: null,
      required: false,
      shape: item,
    }
    const inner = isGroup
      ? group(one, here, view, controls(item.fields, view, here))
      : control(one, view, here)
    inner.append(
      button(
        `删去${name}`,
        () => {
          view.reshape(
            place,
            now().filter((_other, m) => m !== n),
            `${idOf(place)}-add`,
          )
        },
        `${field.title}：删去${name}`,
      ),
    )
    return inner
  })
  const add = button(
    rows.length === 0 ? `填写${field.title}` : '再加一项',
    () => {
      view.reshape(place, [...now(), blank], idOf([...place, rows.length, ...first]))
    },
    rows.length === 0 ? null : `${field.title}：再加一项`,
  )
  add.id = `${idOf(place)}-add`
  return group(field, place, view, [...shown, add])
}

function namedRows(field: Field, value: Shape, view: View, place: AnswerPath): HTMLElement {
  const inside = [...place, 'rows']
  const now = (): readonly Answer[] => answerRows(answerAt(view.answers, inside))
  const rows = now()
  const cell = (key: string, text: string, shape: Shape, n: number): HTMLElement =>
    control({ key, title: text, help: null, example: null, required: false, shape }, view, [
      ...inside,
      n,
      key,
    ])
  const shown = rows.map((_row, n) =>
    element(
      'div',
      { class: 'form-row' },
      cell(
        'name',
        `第${n + 1}个数字的名称`,
        { kind: 'text', expects: 'expects-text', instead: {} },
        n,
      ),
      cell('value', `第${n + 1}个数字`, value, n),
      button(
        '删去',
        () => {
          view.reshape(
            inside,
            now().filter((_other, m) => m !== n),
            `${idOf(place)}-add`,
          )
        },
        `删去第${n + 1}个数字`,
      ),
    ),
  )
  const add = button('加一个数字', () => {
    view.reshape(
      inside,
      [...now(), { name: '', value: '' }],
      idOf([...inside, rows.length, 'name']),
    )
  })
  add.id = `${idOf(place)}-add`
  return group(field, place, view, [...shown, add])
}
