/** Id of the cloud environment, set at build time (config/index.ts). */
declare const CLOUD_ENV: string
/** What stands before a slip's code in its QR picture: a link that opens the mini-program from WeChat's own scanner; empty where there is none. */
declare const SLIP_LINK: string

declare module '*.svg' {
  const uri: string
  export default uri
}
declare module '*.png' {
  const path: string
  export default path
}
declare module '*.scss'
