import Taro from '@tarojs/taro'
import { queryClient } from '@/services/queryClient'
import { forgetSaid } from '@/services/privacy/ledger'
import { forgetReports } from '@/services/reports/reportStore'
import { chosenScale, setScale } from '@/services/scale'

/** What this phone keeps of the person goes as well, the secrets of ballots too; the size of the words is no secret, and needed to read on. */
export function forgetPhone() {
  const scale = chosenScale()
  // Before the storage is cleared: it knows where the photos are.
  forgetReports()
  Taro.clearStorageSync()
  if (scale !== null) setScale(scale)
  forgetSaid()
  queryClient.clear()
}
