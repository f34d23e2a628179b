(() => {
  // To a part of the page, or to its heading, as soon as that is there. Focus that was lost with
  // the link goes along, so that the Tab key goes on from there.
  const arrive = (id, from, waits, steps) => {
    const part = id ? document.getElementById(id) : document.querySelector('h1');
    if (part && id) part.scrollIntoView();
    if (part && [document.body, from].includes(document.activeElement)) {
      part.tabIndex = -1;
      part.focus({ preventScroll: true });
    }
    const left = part ? steps - 1 : steps;
    if (waits && left) setTimeout(arrive, 150, id, from, waits - 1, left);
  };
  addEventListener('load', () => location.hash && arrive(location.hash.slice(1), null, 60, 7));

  // A link of ours (wijzer.ui.links) goes there as the back button does, without loading the app
  // anew.
  addEventListener('click', (click) => {
    const link = click.target.closest && click.target.closest('a.wz-go');
    if (!link || click.button || click.ctrlKey || click.metaKey || click.shiftKey) return;
    click.preventDefault();
    history.pushState({}, '', link.href);
    dispatchEvent(new PopStateEvent('popstate'));
    setTimeout(arrive, 150, link.hash.slice(1), link, 6, 7);
  });

  // Who cannot see the page is told when something on it changed.
  const told = document.createElement('div');
  told.setAttribute('role', 'status');
  told.style.cssText = 'position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)';
  let opened = false;
  const changed = () => {
    const app = document.querySelector('[data-test-script-state]');
    const rests = app && app.dataset.testScriptState === 'notRunning';
    told.textContent = rests && opened ? $UPDATED : '';
    opened = opened || rests;
  };
  addEventListener('DOMContentLoaded', () => {
    document.body.append(told);
    const state = { subtree: true, attributeFilter: ['data-test-script-state'] };
    new MutationObserver(changed).observe(document.body, state);
  });
})();
