const NETWORK_MS = 20_000
const weapp = process.env.TARO_ENV === 'weapp'

const tab = (name: string, text: string) => ({
  pagePath: `pages/${name}/index`,
  text,
  iconPath: weapp ? `@${name}` : `assets/tab/${name}.png`,
  selectedIconPath: weapp ? `@${name}On` : `assets/tab/${name}-on.png`,
})

export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/cases/index',
    'pages/standings/index',
    'pages/inbox/index',
    'pages/report/index',
    'pages/drafts/index',
    'pages/case/index',
    'pages/score/index',
    'pages/rewards/index',
    'pages/me/index',
  ],
  subpackages: [
    { root: 'resident', pages: ['pages/bind/index', 'pages/household/index', 'pages/estate/index', 'pages/privacy/index', 'pages/seen/index', 'pages/export/index', 'pages/forget/index', 'pages/document/index'] },
    { root: 'manager', pages: ['pages/answer/index'] },
    { root: 'survey', pages: ['pages/list/index', 'pages/answer/index', 'pages/result/index', 'pages/door/index', 'pages/paper/index'] },
    { root: 'office', pages: ['pages/desk/index', 'pages/decide/index', 'pages/rewards/index', 'pages/photos/index', 'pages/redact/index', 'pages/households/index', 'pages/roster/index', 'pages/slips/index', 'pages/registers/index', 'pages/surveys/index'] },
    { root: 'inspector', pages: ['pages/inspect/index', 'pages/assess/index'] },
  ],
  // WeChat reads the @names from theme.json; the browser gets its colours from styles/browser.scss.
  window: weapp
    ? { navigationBarTitleText: '邻净', navigationBarBackgroundColor: '@bar', navigationBarTextStyle: '@barText', backgroundColor: '@ground', backgroundTextStyle: '@pull', enablePullDownRefresh: true }
    : { navigationBarTitleText: '邻净', navigationBarBackgroundColor: '#FFFFFF', navigationBarTextStyle: 'black' },
  tabBar: {
    color: weapp ? '@tab' : '#55605B',
    selectedColor: weapp ? '@tabOn' : '#17695A',
    backgroundColor: weapp ? '@bar' : '#FFFFFF',
    borderStyle: weapp ? ('@tabBorder' as 'white') : 'white',
    list: [tab('home', '首页'), tab('cases', '进展'), tab('standings', '排名'), tab('inbox', '消息')],
  },
  // Taro's browser slide hides the page that was left some time later, also when one is back on it by then: an empty home.
  ...(!weapp && { animation: false }),
  ...(weapp && { requiredPrivateInfos: ['getLocation'], permission: { 'scope.userLocation': { desc: '您点按时取一次，标出问题在小区的哪里' } } }),
  ...(weapp && { darkmode: true, themeLocation: 'theme.json', lazyCodeLoading: 'requiredComponents', __usePrivacyCheck__: true, sitemapLocation: 'sitemap.json' }),
  // On a PC and an iPad the window may be wide: lists stand beside what is open.
  ...(weapp && { resizable: true }),
  ...(weapp && { networkTimeout: { request: NETWORK_MS, connectSocket: NETWORK_MS, uploadFile: NETWORK_MS, downloadFile: NETWORK_MS } }),
  // What is opened next from there, fetched before the tap.
  ...(weapp && { preloadRule: { 'pages/home/index': { network: 'all', packages: ['resident', 'survey'] }, 'pages/cases/index': { network: 'all', packages: ['manager', 'office'] } } }),
})
