/**
 * The room `client/` holds what runs in the reader's browser; a script only adds to a page that is
 * readable without it. Start here: this file updates the states on a page, which were computed for
 * the day of the build, to the visitor's day in the site's time zone. It changes only what follows
 * from the calendar, because everything else depends on records, which are as old as the build.
 */

import { chineseDate, dayIn, daysBetween } from '#model/calendar.ts'
import { stateOfDay } from '#model/deadline.ts'
import { pendingState } from '#model/register.ts'
import { chipSymbols } from '#view/state-symbols.ts'
import type { DailyState } from '#view/daily-state.ts'
import { dueWords, agoWords } from '#view/deadline-words.ts'
import { registerWords } from '#view/register-words.ts'
import type { StateWords } from '#view/state-words.ts'

/** A site is built every day; after so many days without a build, its pages say that they are old. */
const maxAge = 7

function stateOn(lastDay: string, words: DailyState['words'], today: string): StateWords {
  if (words === 'duty') return registerWords(pendingState(lastDay, today))
  const { state, days } = stateOfDay(lastDay, today)
  return dueWords(state, days, lastDay).state
}

function updateState(element: HTMLElement, today: string): void {
  const lastDay = element.dataset['lastDay'] ?? ''
  const words = element.dataset['words'] as DailyState['words']
  if (words === 'ago') {
    element.textContent = agoWords(daysBetween(lastDay, today))
    return
  }
  if (words === 'left') {
    const { state, days } = stateOfDay(lastDay, today)
    element.textContent = dueWords(state, days, lastDay).left
    return
  }
  const { label, tone } = stateOn(lastDay, words, today)
  if (!element.classList.contains('chip')) {
    element.textContent = label
    return
  }
  element.className = `chip chip-${tone}`
  element.querySelector('path')?.setAttribute('d', chipSymbols[tone])
  if (element.lastElementChild) element.lastElementChild.textContent = label
}

function start({ asOf = '', timeZone = '' }: DOMStringMap): void {
  const elements = document.querySelectorAll<HTMLElement>('[data-last-day]')
  const today = dayIn(timeZone, new Date())
  // With a slow clock, the page stays as built.
  if (today <= asOf || elements.length === 0) return
  elements.forEach((element) => {
    updateState(element, today)
  })
  const age = daysBetween(asOf, today)
  const old = age > maxAge ? `，本页已${age}天没有更新` : ''
  document.querySelectorAll('[data-as-of]:not(script)').forEach((element) => {
    element.append(`，状态按${chineseDate(today)}计算${old}`)
  })
}

const self = document.currentScript
if (self) start(self.dataset)
