import { fileURLToPath } from 'node:url'

/**
 * The fonts of everything that the program draws or prints: Noto Sans SC (SIL Open Font License),
 * two weights of it from a package, so that pictures and PDFs are the same on every machine.
 */
export const fontFiles = {
  regular: fontFile('400Regular/NotoSansSC_400Regular.ttf'),
  bold: fontFile('700Bold/NotoSansSC_700Bold.ttf'),
} as const

export type FontWeight = keyof typeof fontFiles

function fontFile(path: string): string {
  return fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans-sc/${path}`))
}
