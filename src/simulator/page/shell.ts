/** What the page knows from the first moment on. */
export interface PageStart {
  readonly people: readonly unknown[];
  readonly commands: readonly unknown[];
  /** What Teams offers while somebody types. */
  readonly words: readonly unknown[];
  readonly timeZone: string;
}

/** The page's frame; its words and contents are put in by the scripts under /page. */
export function shell(start: PageStart): string {
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Relais</title>
<link rel="icon" href="/page/relais.svg" type="image/svg+xml">
<link rel="stylesheet" href="/page/page.css">
<link rel="stylesheet" href="/page/blocks.css">
<link rel="stylesheet" href="/page/phone.css">
<link rel="stylesheet" href="/page/teams.css">
<script type="application/json" id="start">${inScript(start)}</script>
<script type="module" src="/page/main.js"></script>
</head>
<body data-pane="talk">
<header class="top">
  <h1 class="brand"><img src="/page/relais.svg" alt="" width="26" height="26"> Relais</h1>
  <div class="chats" id="chats" role="group"></div>
  <div class="clock" id="clock" role="group"></div>
  <div class="top-side" id="top-side"></div>
</header>
<section class="tour" id="tour" hidden></section>
<main class="panes">
  <nav class="people" id="people"></nav>
  <section class="talk" id="talk">
    <div class="talk-head" id="talk-head"></div>
    <div class="other-chat" id="other-chat" hidden></div>
    <div class="talk-body" id="talk-body" tabindex="0"></div>
    <div class="composer" id="composer"></div>
  </section>
  <section class="mail" id="mail"></section>
</main>
<nav class="tabbar" id="tabbar"></nav>
<dialog id="form"></dialog>
<dialog id="teams-form"></dialog>
<dialog id="confirm"></dialog>
<div class="toast" id="toast" role="status" aria-live="polite"></div>
<noscript><p>Cette page demande JavaScript. This page needs JavaScript.</p></noscript>
</body>
</html>`;
}

/** JSON that cannot end the element it stands in. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
