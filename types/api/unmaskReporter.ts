import * as z from 'zod'
import { id, key, words } from './common'
import { contract } from './contract'
import { relation } from './householdParts'

const home = z.object({ estateName: z.string(), label: z.string() })

/** 查看报告人身份: only the office, with a reason; recorded and told to the person. No phone number is kept anywhere, so there is none to show. */
export const unmaskReporter = contract(
  z.object({ key, caseId: id, reportId: id, reason: words }),
  z.object({ name: z.string(), households: z.array(home.extend({ relation })), forHousehold: home.nullable() }),
)
