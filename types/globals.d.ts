/** Id of the cloud environment, set at build time (config/index.ts). */
declare const CLOUD_ENV: string

declare module '*.png' {
  const path: string
  export default path
}
declare module '*.scss'
