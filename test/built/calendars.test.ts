import ICAL from 'ical.js'
import { describe, expect, inject, test } from 'vitest'
import { pageAt, readSite } from '../support/site.ts'

const sites = inject('sites')

describe.each(['real', 'demo', 'cases', 'official'] as const)(
  'the calendars of the %s site',
  (name) => {
    const site = readSite(sites[name])
    const files = [...site.files].filter((path) => path.endsWith('.ics'))
    const eventsOf = (path: string) =>
      new ICAL.Component(ICAL.parse(site.read(path)) as unknown[])
        .getAllSubcomponents('vevent')
        .map((event) => new ICAL.Event(event))

    test('exist for the site and for each unit with a deadline, linked from their pages', () => {
      expect(files).toContain('calendar.ics')
      const linked = site.pages.flatMap(({ path, $ }) =>
        $('main a[href$=".ics"]')
          .toArray()
          .map((link) =>
            new URL(link.attribs['href'] ?? '', `http://site/${path}`).pathname.slice(1),
          ),
      )
      expect([...new Set(linked)].sort()).toEqual(files.sort())
      expect(pageAt(site, 'deadlines.html').$('main a[href="calendar.ics"]').length).toBe(1)
    })

    test('can be read by another program, with a unique id for each event', () => {
      for (const path of files) {
        const ids = eventsOf(path).map(({ uid }) => uid)
        expect(ids.length, path).toBeGreaterThan(0)
        expect(new Set(ids).size, path).toBe(ids.length)
      }
    })

    test('of units hold only events of the calendar of the site', () => {
      const all = new Map(eventsOf('calendar.ics').map((event) => [event.uid, event.toString()]))
      for (const path of files)
        for (const event of eventsOf(path)) expect(event.toString(), path).toBe(all.get(event.uid))
    })
  },
)

test('a unit without a duty to report in writing has none in its calendar', () => {
  const site = readSite(sites.real)
  expect(site.read('units/xuzhou.ics')).toContain('2024-q1.rectification@')
  expect(site.read('units/caizheng.ics')).not.toContain('rectification')
})
