/** A page that needs neither Next nor a database: for refusals, and for faults of ours. `text` is trusted. */
export function plainPage(title: string, text: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Nice Pick</title>
<style>
:root{color-scheme:light dark;--paper:#fafcfd;--ink:#0f1e26;--soft:#4a5c67;--ice:#0a6f93}
@media(prefers-color-scheme:dark){:root{--paper:#0c1418;--ink:#e8f0f4;--soft:#a3b6c0;--ice:#82d3f2}}
body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/1.6 ui-sans-serif,system-ui,sans-serif}
main{max-width:38rem;margin:0 auto;padding:12vh 1.25rem}
h1{font-size:2.25rem;line-height:1.1;letter-spacing:-.02em;margin:0 0 1rem}
p{color:var(--soft);margin:0 0 1rem}
a{color:var(--ice)}
</style>
</head>
<body><main><h1>${title}</h1><p>${text}</p><p><a href="/">Nice Pick</a></p></main></body>
</html>
`;
}
