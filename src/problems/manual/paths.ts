/** The files of the sample site that the examples of the manual are taken from. */
export const inspection = 'data/inspections/2024-q1.yaml'
export const bulletin = 'content/bulletins/2024-q1.mdx'
export const units = 'data/units.yaml'
export const channels = 'data/channels.yaml'
export const site = 'data/site.yaml'
export const register = 'data/registers/2024-q2.yaml'
export const report = 'data/self-inspections/2024-q2/xuzhou.yaml'
