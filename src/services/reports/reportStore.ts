import Taro from '@tarojs/taro'
import { placesOnPhone, readOnPhone, writeOnPhone } from '../onPhone'
import { dropPhoto } from '../photo/keptPhotos'
import { isEmpty, type KeptReport } from './keptReport'

// One place on the phone for each report: its name is the index, and a killed app tears nothing.
const PREFIX = 'report:'
const place = ({ personId, key }: Pick<KeptReport, 'personId' | 'key'>) => `${PREFIX}${personId}:${key}`

/** What was written before the server was heard is of this hour. */
const newestFirst = (a: KeptReport, b: KeptReport): number => (a.changedAt === null || b.changedAt === null ? Number(b.changedAt === null) - Number(a.changedAt === null) : b.changedAt - a.changedAt)

let reports: readonly KeptReport[] | undefined
const listeners = new Set<() => void>()
const changed = (next: readonly KeptReport[]) => {
  reports = next
  listeners.forEach((listener) => listener())
}

/** Newest first, of everybody who uses this phone. The same list until something changes. */
export function allReports(): readonly KeptReport[] {
  reports ??= placesOnPhone(PREFIX).flatMap((each) => readOnPhone<KeptReport>(each) ?? []).sort(newestFirst)
  return reports
}
/** Reads the phone anew, as a start of the app does. */
export const openReports = (): void => {
  reports = undefined
  changed(allReports())
}
export const findReport = (key: string): KeptReport | undefined => allReports().find((report) => report.key === key)

/** False where the phone is full: then it lives as long as the app is open. A report without anything in it is not kept. */
export function keepReport(report: KeptReport): boolean {
  changed([report, ...allReports().filter(({ key }) => key !== report.key)].sort(newestFirst))
  if (!isEmpty(report)) return writeOnPhone(place(report), report)
  Taro.removeStorageSync(place(report))
  return true
}

/** Changes what stands there now, whoever changed it last. */
export function changeReport(key: string, part: Partial<KeptReport>): boolean {
  const before = findReport(key)
  return before ? keepReport({ ...before, ...part }) : true
}

export function dropReport(key: string): void {
  const report = findReport(key)
  if (!report) return
  Taro.removeStorageSync(place(report))
  report.photos.forEach(dropPhoto)
  changed(allReports().filter((other) => other !== report))
}

/** After 删除我的资料 nothing of anybody stays on the phone. */
export const forgetReports = (): void => allReports().forEach(({ key }) => dropReport(key))

export function onReports(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
