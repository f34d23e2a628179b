(() => {
  // Who cannot see the page is told when something on it changed.
  const told = document.createElement('div');
  told.setAttribute('role', 'status');
  told.style.cssText = 'position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)';
  let opened = false;
  const rests = () => {
    const app = document.querySelector('[data-test-script-state]');
    return Boolean(app) && app.dataset.testScriptState === 'notRunning';
  };
  const tell = () => {
    const words = rests() && opened ? $UPDATED : '';
    if (told.textContent !== words) told.textContent = words;
  };

  // To a part of the page, or to its heading, as soon as that is there. Focus that was lost with
  // the link goes along, so that the Tab key goes on from there. The next link takes over.
  let walk = 0;
  const arrive = (goal, waits, steps) => {
    if (goal.walk !== walk) return;
    const part = goal.id ? document.getElementById(goal.id) : document.querySelector('h1');
    if (part && goal.id) part.scrollIntoView();
    if (part && [document.body, goal.link].includes(document.activeElement)) {
      part.tabIndex = -1;
      part.focus({ preventScroll: true });
    }
    const left = part ? steps - 1 : steps;
    if (waits && left) setTimeout(arrive, 150, goal, waits - 1, left);
    else if (goal.link) tell();
  };
  const part = () => location.hash.slice(1);
  addEventListener('load', () => part() && arrive({ id: part(), walk }, 60, 7));

  // A link of ours (wijzer.ui.links) goes there as the back button does, without loading the app
  // anew. What it leads to may be there at once, or only when the new page has been made.
  let goal = null;
  addEventListener('click', (click) => {
    const link = click.target.closest && click.target.closest('a.wz-go');
    if (!link || click.button || click.ctrlKey || click.metaKey || click.shiftKey) return;
    click.preventDefault();
    history.pushState({}, '', link.href);
    dispatchEvent(new PopStateEvent('popstate'));
    opened = true;
    walk += 1;
    goal = { id: link.hash.slice(1), link, walk };
    setTimeout(arrive, 150, goal, 6, 7);
  });

  // A browser with much to do may draw a run only when it has ended: then nothing changes here, and
  // a link tells when it has arrived.
  const changed = () => {
    tell();
    opened = opened || rests();
    if (rests() && goal) {
      arrive(goal, 20, 4);
      goal = null;
    }
  };
  addEventListener('DOMContentLoaded', () => {
    document.body.append(told);
    const state = { subtree: true, attributeFilter: ['data-test-script-state'] };
    new MutationObserver(changed).observe(document.body, state);
  });
})();
