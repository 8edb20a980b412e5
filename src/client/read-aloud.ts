/**
 * Adds a button to the panel of display modes that reads the main part of the page aloud, if the
 * browser has a Chinese voice. The bar loads this script when the panel is opened for the first time.
 */
function readAloud(panel: Element): void {
  const button = document.createElement('button')
  button.type = 'button'
  let reading = false
  /**
   * Number of the current reading. Browsers report the end of a stopped reading late, when another
   * may have begun.
   */
  let newest = 0

  const stop = (): void => {
    reading = false
    newest++
    speechSynthesis.cancel()
    button.textContent = '朗读本页'
    button.setAttribute('aria-pressed', 'false')
  }
  const start = (voice: SpeechSynthesisVoice): void => {
    const texts = sentences()
    const mine = ++newest
    reading = true
    button.textContent = '停止朗读'
    button.setAttribute('aria-pressed', 'true')
    const next = (): void => {
      if (mine !== newest) return
      const text = texts.shift()
      if (text === undefined) {
        stop()
        return
      }
      const utterance = new SpeechSynthesisUtterance(text)
      utterance.voice = voice
      utterance.lang = voice.lang
      utterance.onend = next
      utterance.onerror = () => {
        if (mine === newest) stop()
      }
      speechSynthesis.speak(utterance)
    }
    next()
  }
  const offer = (): void => {
    const voice = speechSynthesis.getVoices().find(({ lang }) => /^zh\b/i.test(lang))
    if (voice === undefined || button.parentNode !== null) return
    button.addEventListener('click', () => {
      if (reading) stop()
      else start(voice)
    })
    stop()
    panel.appendChild(button)
  }
  // Some browsers load voices late.
  offer()
  speechSynthesis.addEventListener('voiceschanged', offer)
  addEventListener('pagehide', () => {
    speechSynthesis.cancel()
  })
}

/** The visible text of the main part, in sentences short enough for every speech engine. */
function sentences(): string[] {
  const blocks = document.querySelectorAll<HTMLElement>(
    'main h1, main h2, main h3, main h4, main p, main li, main dt, main dd, main caption, main th, main td, main summary',
  )
  return Array.from(blocks)
    .filter((block) => block.offsetParent !== null && block.querySelector('p, li, td') === null)
    .flatMap((block) => block.innerText.split(/[。；！？\n]/))
    .map((text) => text.trim())
    .filter((text) => text !== '')
}

const panel = document.querySelector('.display-modes > div')
if (panel !== null && 'speechSynthesis' in window) readAloud(panel)
