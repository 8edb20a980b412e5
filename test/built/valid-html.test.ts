import { HtmlValidate } from 'html-validate'
import { describe, expect, inject, test } from 'vitest'
import { representatives } from '../support/page-kinds.ts'
import { pageAt, readSite } from '../support/site.ts'

const sites = inject('sites')
// The rules of the HTML standard; those of style are left out.
const validator = new HtmlValidate({ root: true, extends: ['html-validate:standard'] })

describe.each(['real', 'demo', 'cases', 'official', 'draft', 'report', 'reports'] as const)(
  'every kind of page of the %s site',
  (name) => {
    test('is valid HTML', async () => {
      const site = readSite(sites[name])
      const mistakes = new Set<string>()
      for (const path of [...representatives(site).values()].flat()) {
        const { results } = await validator.validateString(pageAt(site, path).html, path)
        for (const { messages } of results)
          for (const { ruleId, message } of messages) mistakes.add(`${path} ${ruleId}: ${message}`)
      }
      expect([...mistakes]).toEqual([])
    })
  },
)
