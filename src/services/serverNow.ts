// Phone clocks are wrong, and the local cloud's clock can be moved: every countdown runs on the server's time.
let aheadMs = 0

export const serverNow = (): number => Date.now() + aheadMs

export function heardFromServer(now: number) {
  if (Number.isFinite(now)) aheadMs = now - Date.now()
}
