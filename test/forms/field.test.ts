import { expect, test } from 'vitest'
import { z } from 'zod'
import { definitionOf } from '#schema/definition.ts'
import { fieldsOf } from '#forms/field.ts'
import { forms } from '#forms/form-kinds.ts'
import { fieldAt } from '#schema/schema-at.ts'
import { day, described, id, missing, phrase } from '#schema/scalars.ts'

test('a field of the schema is a field of the form, in its words and order', () => {
  const { fields, unsupported: left } = fieldsOf(
    z.strictObject({
      title: described(phrase, '标题', '照抄', '某某'),
      on: described(z.union([day, missing], { error: 'expects-date' }), '日期'),
      areas: described(z.array(id).min(1), '领域').optional(),
      steps: described(z.array(z.strictObject({ what: phrase })).min(1), '步骤').optional(),
    }),
  )
  expect(left).toEqual([])
  expect(
    fields.map(({ key, title, required, shape }) => [key, title, required, shape.kind]),
  ).toEqual([
    ['title', '标题', true, 'text'],
    ['on', '日期', true, 'text'],
    ['areas', '领域', false, 'areas'],
    ['steps', '步骤', false, 'list'],
  ])
  expect(fields[0]).toMatchObject({ help: '照抄', example: '某某' })
  expect(fields[1]?.shape).toMatchObject({
    expects: 'expects-date',
    instead: { 'not-stated': '文件未写明' },
  })
})

test.each(Object.entries(forms))(
  'every field of a %s is in the form or named as left out',
  (_kind, form) => {
    const { shape = {} } = definitionOf(form.schema)
    const titles = Object.keys(shape).map((key) => fieldAt(form.schema, [key])?.title)
    const shown = form.fields.map(({ title }) => title)
    expect([...shown, ...form.unsupported].toSorted()).toEqual(titles.toSorted())
    expect(shown).toEqual(titles.filter((title) => shown.includes(title ?? '')))
    const keys = form.fields.map(({ key }) => key)
    expect(form.optional.filter((key) => !keys.includes(key))).toEqual([])
  },
)
