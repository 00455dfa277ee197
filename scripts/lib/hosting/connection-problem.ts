/** Errors of a connection by Node's code: https://nodejs.org/api/errors.html#common-system-errors and `tls`. */
const PROBLEMS: Record<string, [problem: string, fix: string]> = {
  ENOTFOUND: ['找不到这个域名', '看看网址打错没有，域名解析设了没有'],
  EAI_AGAIN: ['域名没有查到', '看看这台机器连着网没有，再运行一次'],
  ECONNREFUSED: ['连不上：那里没有服务器在听', '看看服务器开着没有，端口对不对'],
  EHOSTUNREACH: ['连不上那台服务器', '看看这台机器连着网没有，防火墙放行没有'],
  ENETUNREACH: ['连不上那台服务器', '看看这台机器连着网没有'],
  ETIMEDOUT: ['连不上那台服务器：等不到回答', '看看服务器开着没有，防火墙放行没有'],
  ECONNRESET: ['传到一半断了', '再运行一次；还是断，看看服务器的日志'],
  EPROTO: ['那里说的不是 https', '网址改成 http://，或给服务器装上证书'],
  DEPTH_ZERO_SELF_SIGNED_CERT: [
    '证书是自签的，浏览器不信',
    '换成正式的证书；自己用的，把它的文件写进环境变量 NODE_EXTRA_CA_CERTS 再运行',
  ],
  SELF_SIGNED_CERT_IN_CHAIN: [
    '证书的上级是自签的，浏览器不信',
    '换成正式的证书；单位自己的，把上级证书的文件写进环境变量 NODE_EXTRA_CA_CERTS 再运行',
  ],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ['证书缺中间的一张', '服务器上换成带中间证书的文件（fullchain）'],
  CERT_HAS_EXPIRED: ['证书过期了', '续上证书，再 reload 服务器'],
  CERT_NOT_YET_VALID: ['证书还没到生效的日子', '看看服务器和这台机器的时钟'],
  ERR_TLS_CERT_ALTNAME_INVALID: ['证书不是这个域名的', '给这个域名申请证书'],
  TOO_LATE: ['太久没有传完', '看看服务器是不是太忙，再运行一次'],
  SILENT: ['十秒没有回答', '看看服务器是不是太忙，再运行一次'],
  TOO_LARGE: ['传来的比应有的多得多', '看看这个网址是不是别的网站'],
};

/** Why a server could not be asked, and what to do, in Chinese. */
export function connectionProblem(error: unknown): [problem: string, fix: string] {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return PROBLEMS[code] ?? [`没有回答（${code || error}）`, '再运行一次；还是这样，看看服务器的日志'];
}
