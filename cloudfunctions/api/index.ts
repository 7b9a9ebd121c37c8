import { createHash, randomUUID } from 'node:crypto'
import cloud from 'wx-server-sdk'
import { cloudDatabase, type CloudSdkDatabase } from '../../store/cloudDatabase'
import { ledgerReader } from '../../store/ledger'
import { rulesLoader } from '../../store/rules'
import { openStore } from '../../store/store'
import { surveyReader } from '../../store/surveys'
import { readMediaVerdict } from '../../types/push/mediaVerdict'
import { openidOf } from './access/identity'
import { cloudFiles, type CloudFiles } from './files'
import { hashKeyOf, keyedHash } from './keyedHash'
import { isPlatformPush } from './photos/isPlatformPush'
import { takeVerdict } from './photos/takeVerdict'
import { phoneOfCode, type PhoneApi } from './phoneNumber'
import { riskBy, type RiskApi } from './riskRank'
import { route } from './route'

// The SDK's types know only a name here; the constant is its documented way to say "the environment this runs in".
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })

type TextVerdict = { readonly result?: { readonly suggest?: string } }
// The SDK types its openapi as `any`.
const { security, phonenumber, riskControl } = cloud.openapi as unknown as { security: { msgSecCheck: (text: object) => Promise<TextVerdict> }; phonenumber: PhoneApi; riskControl: RiskApi }
const store = openStore(cloudDatabase(cloud.database() as unknown as CloudSdkDatabase))
const services = {
  store,
  loadRules: rulesLoader(store),
  files: cloudFiles(cloud as unknown as CloudFiles),
  hash: (text: string) => createHash('sha256').update(text).digest('hex'),
  keyedHash: (text: string) => keyedHash(hashKeyOf(process.env), text),
  phoneOf: phoneOfCode(phonenumber),
  surveyOf: surveyReader(store),
  entriesOf: ledgerReader(),
  slipLink: process.env.SLIP_LINK ?? '',
  riskOf: riskBy(riskControl, () => cloud.getWXContext()),
  isTextFit: async (openid: string, content: string) => {
    const { result } = await security.msgSecCheck({ openid, scene: 2, version: 2, content })
    return result?.suggest !== 'risky'
  },
}

export const main = (event: unknown, context: { environment?: unknown; request_id?: string } | undefined) => {
  // WeChat pushes to the function that its console names; everything else comes from a phone, whatever it says.
  const verdict = readMediaVerdict(event)
  if (verdict && isPlatformPush(context, () => cloud.getWXContext())) return takeVerdict(verdict, { ...services, now: Date.now() })
  return route({ event, openid: openidOf(context, () => cloud.getWXContext()), now: Date.now(), errorId: (context?.request_id ?? randomUUID()).slice(0, 8) }, services)
}
