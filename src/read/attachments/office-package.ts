import { readXml, XmlError } from '../archive/read-xml.ts'
import { type Zip, type ZipEntry, ZipError } from '../archive/read-zip.ts'

/** The declared parts of an Office document (OPC, ECMA-376 part 2). */
export interface OfficePackage {
  /** The path of the main part; null where there is none. */
  readonly main: string | null
  /** The content type of a part by its path; empty where none is declared. */
  readonly typeOf: (path: string) => string
}

/** Kinds of documents by the content type of their main part. */
type OfficeKind = 'docx' | 'docm' | 'xlsx' | 'xlsm' | 'xlsb' | 'pptx'

const typesPath = '[content_types].xml'
const relationsPath = '_rels/.rels'

/**
 * Reads the content types and the relationships of an Office document, as its programs do: the main
 * part may have any name. A list that cannot be read counts as empty.
 *
 * @returns null for an archive without both lists
 */
export function officePackage(
  { entries }: Pick<Zip, 'entries'>,
  read: (entry: ZipEntry) => Uint8Array,
): OfficePackage | null {
  // Paths in a package are case-insensitive.
  const byPath = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]))
  const [types, relations] = [byPath.get(typesPath), byPath.get(relationsPath)]
  if (types === undefined && relations === undefined) return null
  const declared = new Map<string, string>()
  let target = ''
  const visit = (entry: ZipEntry | undefined, open: Open): void => {
    if (entry === undefined) return
    try {
      readXml(read(entry), { open })
    } catch (error) {
      if (!(error instanceof XmlError || error instanceof ZipError)) throw error
    }
  }
  visit(types, (element, { PartName, Extension, ContentType = '' }) => {
    if (element === 'Override') declared.set((PartName ?? '').toLowerCase(), ContentType)
    if (element === 'Default') declared.set((Extension ?? '').toLowerCase(), ContentType)
  })
  visit(relations, (element, { Type = '', Target = '' }) => {
    if (element === 'Relationship' && Type.endsWith('/officeDocument')) target ||= Target
  })
  const path = target === '' ? '' : partPath(target).toLowerCase()
  return {
    main: byPath.get(path)?.name ?? null,
    typeOf: (name) => {
      const lower = name.toLowerCase()
      const extension = lower.split('.').at(-1) ?? ''
      return declared.get(`/${lower}`) ?? declared.get(extension) ?? ''
    },
  }
}

type Open = (element: string, attributes: Readonly<Record<string, string>>) => void

/** The path in the archive of a relationship target. */
function partPath(target: string): string {
  const path = URL.parse(target, 'file:///')?.pathname.slice(1) ?? ''
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** The kind of a document; null for another program's document, or one without a main part. */
export function officeKind({ main, typeOf }: OfficePackage): OfficeKind | null {
  const type = main === null ? '' : typeOf(main)
  const runs = /macroEnabled/i.test(type)
  if (/wordprocessingml|ms-word/i.test(type)) return runs ? 'docm' : 'docx'
  if (/ms-excel.*binary/i.test(type)) return 'xlsb'
  if (/spreadsheetml|ms-excel/i.test(type)) return runs ? 'xlsm' : 'xlsx'
  return /presentationml|ms-powerpoint/i.test(type) ? 'pptx' : null
}
