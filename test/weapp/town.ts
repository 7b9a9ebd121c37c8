import { existsSync } from 'node:fs'
import { startCloud, type Cloud } from '../../local-cloud/start'
import { installTown } from '../../scripts/demo/install'
import { picture } from '../../scripts/play/picture'
import { playerOn, type Player } from '../../scripts/play/player'
import { Phone } from './host'

export type WeappTown = {
  readonly cloud: Cloud
  readonly player: Player
  /** Every phone that was opened. */
  readonly phones: readonly Phone[]
  /** The built WeChat app of one person, with the real functions behind `wx.cloud`. */
  readonly phoneOf: (openid: string, page: string) => Promise<Phone>
}

/** The demo town on a fresh cloud at an instant that stands still, for the mini-program that ships. */
export async function startWeappTown(now: number, since: string): Promise<WeappTown> {
  for (const built of ['dist/miniprogram/app.json', 'dist/cloudfunctions/api/index.js']) if (!existsSync(built)) throw new Error(`${built} is missing: npm run build:functions && npm run build:weapp`)
  const cloud = await startCloud({ dataDir: ':memory:', timers: false, quiet: true, mediaVerdictsTo: 'api' })
  cloud.clock.freezeAt(now)
  installTown(cloud, since)
  const player = playerOn(cloud)
  const phones: Phone[] = []
  let photos = 0
  return {
    cloud, player, phones,
    phoneOf: async (openid, page) => {
      const phone = await new Phone('dist/miniprogram', {
        callFunction: ({ name, data }) => cloud.invoke(name, data, { openid }),
        uploadFile: ({ cloudPath }) => player.upload(openid, cloudPath, picture({ seed: (photos += 1), isTidy: false })),
      }).launch(page)
      phones.push(phone)
      return phone
    },
  }
}

/** The camera, with our own sheet before its first use. */
export async function takePhoto(phone: Phone, words: string, next: string) {
  const isTaken = () => phone.find(/^删除第 \d+ 张/) !== undefined
  await phone.tap(words)
  await phone.waitFor(() => isTaken() || phone.find('同意并继续') !== undefined)
  if (!isTaken()) await phone.tap('同意并继续')
  await phone.waitFor(() => isTaken() && phone.find(next) !== undefined)
}
