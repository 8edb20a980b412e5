/** Shows only the rows of a register that a reader asks for; what was asked stands in the address. */

const fields = ['state', 'tier', 'text'] as const
type Choice = Record<(typeof fields)[number], string>

function start(form: HTMLFormElement): void {
  const tables = document.querySelectorAll<HTMLElement>('[data-tier]')
  const status = form.querySelector('[role="status"]')
  const fieldOf = (name: string) =>
    form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement | null

  const read = (): Choice => {
    const value = (name: string): string => (fieldOf(name) || { value: '' }).value
    return { state: value('state'), tier: value('tier'), text: value('text') }
  }

  const show = ({ state, tier, text }: Choice): void => {
    const name = text.trim().toLowerCase()
    let all = 0
    let shown = 0
    tables.forEach((table) => {
      const rows = table.querySelectorAll<HTMLElement>('tr[data-group]')
      let here = 0
      rows.forEach((row) => {
        const head = row.querySelector('th')
        const isNamed = ((head && head.textContent) || '').toLowerCase().indexOf(name) >= 0
        row.hidden = !(
          isNamed &&
          (state === '' || row.dataset['group'] === state) &&
          (tier === '' || table.dataset['tier'] === tier)
        )
        if (!row.hidden) here += 1
      })
      table.hidden = here === 0
      all += rows.length
      shown += here
    })
    const whole = `${form.dataset['whole'] || ''}${all}个单位`
    if (status) status.textContent = shown === all ? whole : `${whole}，显示${shown}个`
  }

  /** What the address asks for; one that leads to a row asks for all. */
  const follow = (): void => {
    const place = location.hash.slice(1)
    const asked = new URLSearchParams(place)
    for (const name of fields) {
      const field = fieldOf(name)
      if (!field) continue
      field.value = asked.get(name) || ''
      // A choice that there is not: everything.
      if ('selectedIndex' in field && field.selectedIndex === -1) field.value = ''
    }
    show(read())
    const target = document.getElementById(place)
    if (target) target.scrollIntoView()
  }

  const changed = (): void => {
    const choice = read()
    const asked = new URLSearchParams()
    for (const name of fields) if (choice[name] !== '') asked.set(name, choice[name])
    const query = asked.toString()
    history.replaceState(null, '', query === '' ? location.pathname : `#${query}`)
    show(choice)
  }

  form.addEventListener('input', changed)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
  })
  form.addEventListener('reset', () => {
    // The fields are emptied after the event.
    setTimeout(changed)
  })
  addEventListener('hashchange', follow)
  form.hidden = false
  follow()
}

const form = document.querySelector<HTMLFormElement>('form[data-register-filter]')
if (form) start(form)
