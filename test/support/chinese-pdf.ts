/** A line of text as hexadecimal digits of UTF-16. */
const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex')

/** The characters of every font here: each code is its own character. */
const toUnicode = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def
1 begincodespacerange <0000> <FFFF> endcodespacerange
88 beginbfrange
${[
  '00',
  ...Array.from({ length: 0x52 }, (_, n) => (0x4e + n).toString(16)),
  'ff',
  '30',
  '20',
  '2e',
  '2f',
]
  .map((high) => `<${high}00> <${high}FF> <${high}00>`)
  .join('\n')}
endbfrange endcmap end end`

/** A PDF with these lines on its pages, in a font that is not embedded. */
export function chinesePdf(pages: readonly (readonly string[])[]): Uint8Array {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, n) => `${6 + 2 * n} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>',
    `<< /Length ${toUnicode.length} >> stream\n${toUnicode}\nendstream`,
  ]
  for (const lines of pages) {
    const content = `BT /F 12 Tf 40 780 Td 16 TL ${lines.map((line) => `<${hex(line)}> Tj T*`).join(' ')} ET`
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 840] /Contents ${objects.length + 2} 0 R /Resources << /Font << /F 3 0 R >> >> >>`,
      `<< /Length ${content.length} >> stream\n${content}\nendstream`,
    )
  }
  const body = objects.map((object, n) => `${n + 1} 0 obj\n${object}\nendobj\n`).join('')
  return Buffer.from(`%PDF-1.7\n${body}trailer << /Root 1 0 R >>\n%%EOF`, 'latin1')
}

/** Breaks a text into lines and pages as printing does. */
export function brokenLines(text: string, width = 30, height = 40): string[][] {
  const lines = text
    .split('\n')
    .flatMap((line) => line.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [])
  return Array.from({ length: Math.ceil(lines.length / height) }, (_, n) => [
    ...lines.slice(n * height, (n + 1) * height),
    `— ${n + 1} —`,
  ])
}
